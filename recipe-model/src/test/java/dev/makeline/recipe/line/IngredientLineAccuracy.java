package dev.makeline.recipe.line;

import dev.makeline.recipe.line.LabelledLines.LabelledLine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// Prints how often each field of a line is read as people labelled it, for the half of the lines
/// that the rules were developed on and for the half that nobody looked at.
///
/// `IngredientLineAccuracy DATA_DIR [FIELD]`: with a field's name, the wrong lines of the
/// development half follow.
///
/// Compared after [LabelNormal]: lower case, one space between words, Unicode and written fractions
/// as decimals of three digits, ranges with a hyphen; units and the words of names, preparations
/// and comments in the singular; names without commas and hyphens, preparations and comments
/// without punctuation. Each table leaves no line out, unless its title says that those of
/// [LabelErrors] are.
public final class IngredientLineAccuracy {

    private static final String FILE = "nyt-ingredient-lines.csv";

    private static final String NORMALISATION =
            "Compared in lower case, with fractions as decimals of three digits, words in the singular,"
                    + " names without commas and hyphens, remarks without punctuation.";

    private record Measured(
            String field,
            Function<IngredientLine, String> read,
            Function<LabelledLine, String> label,
            Function<String, String> normal) {

        boolean isRight(LabelledLine line, IngredientLine reading) {
            return normal.apply(read.apply(reading)).equals(normal.apply(label.apply(line)));
        }
    }

    private static final List<Measured> FIELDS =
            List.of(
                    new Measured(
                            "quantity",
                            IngredientLine::quantity,
                            LabelledLine::quantity,
                            LabelNormal::quantity),
                    new Measured(
                            "unit", IngredientLine::unit, LabelledLine::unit, LabelNormal::unit),
                    new Measured(
                            "name", IngredientLine::name, LabelledLine::name, LabelNormal::name),
                    new Measured(
                            "preparation",
                            IngredientLine::preparation,
                            LabelledLine::preparation,
                            LabelNormal::remark),
                    new Measured(
                            "comment",
                            IngredientLine::comment,
                            LabelledLine::comment,
                            LabelNormal::remark));

    private IngredientLineAccuracy() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<LabelledLine> lines = LabelledLines.read(Path.of(arguments[0], FILE)).lines();
        LabelErrors labelErrors = LabelErrors.read();
        out.println(NORMALISATION);
        table(out, "development half", lines, IngredientLineAccuracy::isDevelopment);
        table(
                out,
                "development half without wrong labels",
                lines,
                line -> isDevelopment(line) && !labelErrors.has(line.input()));
        table(out, "held-out half", lines, line -> !isDevelopment(line));
        table(out, "all", lines, line -> true);
        table(out, "all without wrong labels", lines, line -> !labelErrors.has(line.input()));
        speed(out, lines);
        if (arguments.length > 1) {
            errors(out, lines, arguments[1]);
        }
    }

    private static void table(
            PrintStream out, String title, List<LabelledLine> lines, Predicate<LabelledLine> half) {
        List<LabelledLine> chosen = lines.stream().filter(half).toList();
        int[] right = new int[FIELDS.size()];
        int first3 = 0;
        int whole = 0;
        for (LabelledLine line : chosen) {
            IngredientLine reading = IngredientLine.read(line.input());
            int rightHere = 0;
            boolean threeRight = true;
            for (int field = 0; field < FIELDS.size(); field++) {
                boolean isRight = FIELDS.get(field).isRight(line, reading);
                right[field] += isRight ? 1 : 0;
                rightHere += isRight ? 1 : 0;
                threeRight &= isRight || field > 2;
            }
            first3 += threeRight ? 1 : 0;
            whole += rightHere == FIELDS.size() ? 1 : 0;
        }
        out.printf(Locale.ROOT, "%s: %d lines%n", title, chosen.size());
        for (int field = 0; field < FIELDS.size(); field++) {
            row(out, FIELDS.get(field).field(), right[field], chosen.size());
        }
        row(out, "quantity+unit+name", first3, chosen.size());
        row(out, "whole line", whole, chosen.size());
    }

    private static void row(PrintStream out, String title, int right, int all) {
        out.printf(Locale.ROOT, "  %-20s %6.2f %%%n", title, 100.0 * right / Math.max(all, 1));
    }

    private static void speed(PrintStream out, List<LabelledLine> lines) {
        int characters = 0;
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 12; round++) {
            long start = System.nanoTime();
            for (LabelledLine line : lines) {
                characters += IngredientLine.read(line.input()).name().length();
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        out.printf(
                Locale.ROOT,
                "lines/s: %,d (%d)%n",
                lines.size() * 1_000_000_000L / Math.max(best, 1),
                Integer.signum(characters));
    }

    private static void errors(PrintStream out, List<LabelledLine> lines, String name) {
        Measured field =
                FIELDS.stream().filter(f -> f.field().equals(name)).findFirst().orElseThrow();
        TreeMap<String, List<String>> wrong = new TreeMap<>();
        for (LabelledLine line : lines) {
            IngredientLine reading = IngredientLine.read(line.input());
            if (isDevelopment(line) && !field.isRight(line, reading)) {
                wrong.computeIfAbsent(line.input(), key -> new ArrayList<>())
                        .add(field.label().apply(line) + " | " + field.read().apply(reading));
            }
        }
        wrong.forEach((input, texts) -> out.println(input + "\n    " + texts));
    }

    /// One half of the lines, by a hash of their text.
    private static boolean isDevelopment(LabelledLine line) {
        return (LabelErrors.sha256(line.input())[0] & 1) == 0;
    }
}
