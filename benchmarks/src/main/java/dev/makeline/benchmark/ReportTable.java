package dev.makeline.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Lays measures out in columns for a terminal; also valid Markdown.
final class ReportTable {

    private static final List<Function<Measure, String>> COLUMNS =
            List.of(
                    Measure::name,
                    Measure::reached,
                    measure ->
                            measure.target().isEmpty()
                                    ? ""
                                    : measure.target() + (measure.met() ? " ✓" : " ✗"),
                    Measure::reference);

    private ReportTable() {}

    static String of(List<Measure> measures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("measure", "reached", "target", "reference"));
        measures.forEach(measure ->
                rows.add(COLUMNS.stream().map(column -> column.apply(measure)).toList()));
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            int at = column;
            widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        rows.add(1, widths.stream().map("-"::repeat).toList());
        StringBuilder table = new StringBuilder();
        rows.forEach(row -> table.append(line(row, widths)).append('\n'));
        return table.toString();
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(' ')
                    .append(cell)
                    .append(" ".repeat(widths.get(column) - cell.length()))
                    .append(" |");
        }
        return line.toString();
    }
}
