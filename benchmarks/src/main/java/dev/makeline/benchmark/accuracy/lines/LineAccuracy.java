package dev.makeline.benchmark.accuracy.lines;

import dev.makeline.benchmark.accuracy.lines.LabelledLines.LabelledLine;
import dev.makeline.recipe.line.IngredientLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// How often each field of a line is read as people labelled it.
///
/// @param fields in the order quantity, unit, name, preparation, comment
/// @param lines all of them
/// @param withoutErrors those whose labels nobody has found wrong
/// @param wrong the lines that are read otherwise, with label and reading
public record LineAccuracy(
        List<FieldScore> fields, int lines, int withoutErrors, List<String> wrong) {

    /// How both sides are written before they are compared.
    public static final String NORMALISATION =
            "Ingredient lines are compared in lower case, with one space between words, fractions as decimals"
                    + " of three digits, ranges with a hyphen, words in the singular, names without commas and"
                    + " hyphens, remarks without punctuation.";

    /// @param right of all lines
    /// @param rightWithoutErrors of the lines without wrong labels
    public record FieldScore(String field, double right, double rightWithoutErrors) {}

    private record Field(
            String name,
            Function<IngredientLine, String> read,
            Function<LabelledLine, String> label,
            UnaryOperator<String> normal) {

        boolean isRight(LabelledLine line, IngredientLine reading) {
            return normal.apply(read.apply(reading)).equals(normal.apply(label.apply(line)));
        }
    }

    private static final List<Field> FIELDS =
            List.of(
                    new Field(
                            "quantity",
                            IngredientLine::quantity,
                            LabelledLine::quantity,
                            LabelNormal::quantity),
                    new Field("unit", IngredientLine::unit, LabelledLine::unit, LabelNormal::unit),
                    new Field("name", IngredientLine::name, LabelledLine::name, LabelNormal::name),
                    new Field(
                            "preparation",
                            IngredientLine::preparation,
                            LabelledLine::preparation,
                            LabelNormal::remark),
                    new Field(
                            "comment",
                            IngredientLine::comment,
                            LabelledLine::comment,
                            LabelNormal::remark));

    /// @param csv as [LabelledLines#read] reads it
    public static LineAccuracy of(Path csv) throws IOException {
        List<LabelledLine> lines = LabelledLines.read(csv).lines();
        List<LabelledLine> sure =
                lines.stream().filter(line -> !LabelErrors.has(line.input())).toList();
        List<String> wrong = new ArrayList<>();
        for (LabelledLine line : sure) {
            IngredientLine reading = IngredientLine.read(line.input());
            FIELDS.subList(0, 3).stream()
                    .filter(field -> !field.isRight(line, reading))
                    .forEach(field ->
                            wrong.add(
                                    "%s: %s, labelled %s, read %s"
                                            .formatted(
                                                    line.input(),
                                                    field.name(),
                                                    field.label().apply(line),
                                                    field.read().apply(reading))));
        }
        List<FieldScore> scores =
                FIELDS.stream()
                        .map(field ->
                                new FieldScore(
                                        field.name(), right(field, lines), right(field, sure)))
                        .toList();
        return new LineAccuracy(scores, lines.size(), sure.size(), wrong);
    }

    private static double right(Field field, List<LabelledLine> lines) {
        long right =
                lines.stream()
                        .filter(line -> field.isRight(line, IngredientLine.read(line.input())))
                        .count();
        return lines.isEmpty() ? 0 : (double) right / lines.size();
    }
}
