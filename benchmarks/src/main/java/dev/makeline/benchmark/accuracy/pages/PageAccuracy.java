package dev.makeline.benchmark.accuracy.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// How exactly pages are read.
///
/// @param imported that are read as recipes
/// @param ingredients lines as expected
/// @param steps lines as expected, each new section's name a line before its steps, without lines
///   that are the name of a section or step in the data
/// @param misses the pages that are read otherwise
public record PageAccuracy(Share imported, Lines ingredients, Lines steps, List<String> misses) {

    /// What the lines are compared by.
    public static final String RULES =
            "Lines of pages are compared literally after blanks were made single ones. Lines stand in the data"
                    + " when their letters and numbers follow one another somewhere in its texts; the others were"
                    + " taken from elsewhere on the page. Names of sections and steps count on neither side.";

    /// Some of all.
    public record Share(long some, long all) {
        public double share() {
            return all == 0 ? 0 : (double) some / all;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f %% (%d/%d)", 100 * share(), some, all);
        }
    }

    /// @param lines that are as expected, of all pages
    /// @param pages whose lists are as expected as a whole
    /// @param standingPages the same, of pages whose expected lines all stand in the data
    public record Lines(Share lines, Share pages, Share standingPages) {}

    /// @param file of lines `{page, jsonld, expected}`
    public static PageAccuracy of(Path file) throws IOException {
        List<PageOutcome> outcomes = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            outcomes.add(PageScore.score(line));
        }
        return new PageAccuracy(
                new Share(
                        outcomes.stream().filter(it -> it.refusal().isEmpty()).count(),
                        outcomes.size()),
                lines(outcomes, PageOutcome::ingredients),
                lines(outcomes, PageOutcome::plainSteps),
                outcomes.stream().map(PageAccuracy::miss).filter(it -> !it.isEmpty()).toList());
    }

    private static Lines lines(List<PageOutcome> outcomes, Function<PageOutcome, ListScore> of) {
        List<ListScore> scores = outcomes.stream().map(of).toList();
        return new Lines(
                new Share(
                        scores.stream().mapToInt(ListScore::linesEqual).sum(),
                        scores.stream().mapToInt(ListScore::lines).sum()),
                pages(scores),
                pages(scores.stream().filter(ListScore::standing).toList()));
    }

    private static Share pages(List<ListScore> scores) {
        return new Share(scores.stream().filter(ListScore::equal).count(), scores.size());
    }

    private static String miss(PageOutcome outcome) {
        return outcome.refusal()
                .map(refusal -> outcome.page() + ": " + refusal)
                .orElseGet(() ->
                        outcome.ingredients().equal() && outcome.plainSteps().equal()
                                ? ""
                                : "%s: %d of %d ingredients, %d of %d steps"
                                        .formatted(
                                                outcome.page(),
                                                outcome.ingredients().linesEqual(),
                                                outcome.ingredients().lines(),
                                                outcome.plainSteps().linesEqual(),
                                                outcome.plainSteps().lines()));
    }
}
