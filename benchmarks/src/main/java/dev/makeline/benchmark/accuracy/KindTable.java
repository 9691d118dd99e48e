package dev.makeline.benchmark.accuracy;

import dev.makeline.benchmark.accuracy.score.KindTallies;
import java.util.Locale;

/// Precision and recall of each kind of difference; also valid Markdown.
final class KindTable {

    private static final String ROW = "| %-22s | %9s | %6s | %8s | %7s |%n";

    private KindTable() {}

    static String of(String title, KindTallies tallies) {
        StringBuilder table = new StringBuilder(title).append("\n\n");
        table.append(ROW.formatted("kind", "precision", "recall", "expected", "claimed"));
        table.append(
                "|%s|%s|%s|%s|%s|%n"
                        .formatted(
                                "-".repeat(24),
                                "-".repeat(11),
                                "-".repeat(8),
                                "-".repeat(10),
                                "-".repeat(9)));
        tallies.byKind()
                .forEach((kind, tally) ->
                        table.append(
                                ROW.formatted(
                                        kind,
                                        number(tally.precision()),
                                        number(tally.recall()),
                                        tally.expected(),
                                        tally.claimed())));
        return table.toString();
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
