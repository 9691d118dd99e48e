package dev.makeline.benchmark.accuracy;

import dev.makeline.benchmark.accuracy.alignment.StepAlignmentAccuracy;
import dev.makeline.benchmark.accuracy.lines.LineAccuracy;
import dev.makeline.benchmark.accuracy.lines.LineAccuracy.FieldScore;
import dev.makeline.benchmark.accuracy.pages.PageAccuracy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The measures of what the comparison rests on: reading lines and pages and aligning steps.
final class ReadingRows {

    private static final double LINE_TARGET = 0.95;
    private static final List<String> WITH_TARGET = List.of("quantity", "unit", "name");

    private ReadingRows() {}

    static Measured lines(Path csv) throws IOException {
        LineAccuracy accuracy = LineAccuracy.of(csv);
        int errors = accuracy.lines() - accuracy.withoutErrors();
        List<Row> rows = new ArrayList<>();
        for (FieldScore field : accuracy.fields()) {
            String measure = "ingredient lines: " + field.field();
            String reference =
                    String.format(
                            Locale.ROOT,
                            "%d lines; %.2f %% without the %d known to be labelled wrong",
                            accuracy.lines(),
                            100 * field.rightWithoutErrors(),
                            errors);
            rows.add(
                    WITH_TARGET.contains(field.field())
                            ? Row.percentAtLeast(measure, field.right(), LINE_TARGET, reference)
                            : Row.percentTold(measure, field.right(), reference));
        }
        return new Measured(rows, List.of(LineAccuracy.NORMALISATION), accuracy.wrong());
    }

    static Measured pages(Path file) throws IOException {
        PageAccuracy accuracy = PageAccuracy.of(file);
        return new Measured(
                List.of(
                        Row.percentTold(
                                "pages: imported",
                                accuracy.imported().share(),
                                "%d pages".formatted(accuracy.imported().all())),
                        lines("ingredient lines", accuracy.ingredients()),
                        lines("steps", accuracy.steps())),
                List.of(PageAccuracy.RULES),
                accuracy.misses());
    }

    private static Row lines(String what, PageAccuracy.Lines lines) {
        return Row.percentTold(
                "pages: %s equal".formatted(what),
                lines.lines().share(),
                "%d lines; whole pages %s, of those whose lines stand in the data %s"
                        .formatted(lines.lines().all(), lines.pages(), lines.standingPages()));
    }

    static Measured alignment(Path folder) throws IOException {
        StepAlignmentAccuracy accuracy = StepAlignmentAccuracy.of(folder);
        double own = accuracy.own().f1();
        double best = Math.max(accuracy.equalLines().f1(), accuracy.blocks().f1());
        return new Measured(
                List.of(
                        Row.above(
                                "F1 of step alignment",
                                own,
                                best,
                                String.format(
                                        Locale.ROOT,
                                        "java-diff-utils: %.3f by equal lines, %.3f with changed blocks; %d pairs, precision %.3f, recall %.3f",
                                        accuracy.equalLines().f1(),
                                        accuracy.blocks().f1(),
                                        accuracy.pairs(),
                                        accuracy.own().precision(),
                                        accuracy.own().recall()))),
                List.of(),
                List.of());
    }
}
