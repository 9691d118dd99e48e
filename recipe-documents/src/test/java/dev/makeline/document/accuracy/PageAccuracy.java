package dev.makeline.document.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Measures the reading of real pages.
///
/// Arguments: a file of lines `{page, jsonld, expected}` or a folder that holds
/// `jsonld-pages.jsonl`, and `--misses` to name the pages that were read otherwise than expected.
public final class PageAccuracy {

    private static final String FILE = "jsonld-pages.jsonl";
    private static final String RULES =
            """
            Lines are compared literally after blanks were made single ones.
            "standing" counts only pages (or lines) whose expected lines all stand in the data: their
            letters and numbers follow one another somewhere in its texts. The rest was taken from
            elsewhere on the page.
            steps, literal:  each stepText is a line.
            steps, sections: the name of each new section is a line before its steps as well.
            steps, plain:    as sections, but lines that are the name of a HowToSection or HowToStep
                             in the data count on neither side.
            """;

    private PageAccuracy() {}

    /// @throws IllegalArgumentException without a file or folder
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("Name a file of pages, or a folder with " + FILE);
        }
        Path given = Path.of(arguments[0]);
        List<PageOutcome> outcomes = new ArrayList<>();
        for (String line :
                Files.readAllLines(Files.isDirectory(given) ? given.resolve(FILE) : given)) {
            outcomes.add(PageScore.score(line));
        }
        System.out.print(report(outcomes));
        if (List.of(arguments).contains("--misses")) {
            outcomes.forEach(outcome -> System.out.print(misses(outcome)));
        }
    }

    static String report(List<PageOutcome> outcomes) {
        long imported = outcomes.stream().filter(it -> it.refusal().isEmpty()).count();
        return "imported         %s%n".formatted(share(imported, outcomes.size()))
                + row("ingredients", outcomes, PageOutcome::ingredients)
                + row("steps, literal", outcomes, PageOutcome::literalSteps)
                + row("steps, sections", outcomes, PageOutcome::steps)
                + row("steps, plain", outcomes, PageOutcome::plainSteps)
                + RULES;
    }

    private static String row(
            String name, List<PageOutcome> outcomes, Function<PageOutcome, ListScore> of) {
        List<ListScore> scores = outcomes.stream().map(of).toList();
        List<ListScore> standing = scores.stream().filter(ListScore::standing).toList();
        return "%-16s pages %s, standing %s; lines %s, of pages standing %s; %d lines do not stand%n"
                .formatted(
                        name,
                        pages(scores),
                        pages(standing),
                        lines(scores),
                        lines(standing),
                        scores.stream().mapToInt(it -> it.lines() - it.linesStanding()).sum());
    }

    private static String pages(List<ListScore> scores) {
        return share(scores.stream().filter(ListScore::equal).count(), scores.size());
    }

    private static String lines(List<ListScore> scores) {
        return share(
                scores.stream().mapToInt(ListScore::linesEqual).sum(),
                scores.stream().mapToInt(ListScore::lines).sum());
    }

    private static String share(long part, long whole) {
        return String.format(
                Locale.ROOT, "%.1f %% (%d/%d)", 100.0 * part / Math.max(1, whole), part, whole);
    }

    private static String misses(PageOutcome outcome) {
        return outcome.refusal().map(it -> outcome.page() + ": " + it + "\n").orElse("")
                + miss(outcome.page(), "ingredients", outcome.ingredients())
                + miss(outcome.page(), "steps", outcome.plainSteps());
    }

    private static String miss(String page, String what, ListScore score) {
        return score.equal()
                ? ""
                : "%s: %d of %d %s%s%n"
                        .formatted(
                                page,
                                score.linesEqual(),
                                score.lines(),
                                what,
                                score.standing() ? "" : ", not all of which stand in the data");
    }
}
