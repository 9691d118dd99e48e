package dev.makeline.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Cells in columns, for a terminal; also valid Markdown.
record TextTable(List<List<String>> rows) {

    TextTable {
        rows = List.copyOf(rows);
    }

    /// @param rows the headings first
    static String of(List<List<String>> rows) {
        return new TextTable(rows).text();
    }

    private String text() {
        List<Integer> widths =
                IntStream.range(0, rows.getFirst().size())
                        .mapToObj(column ->
                                rows.stream()
                                        .mapToInt(row -> row.get(column).length())
                                        .max()
                                        .orElse(0))
                        .toList();
        List<List<String>> lines = new ArrayList<>(rows);
        lines.add(1, widths.stream().map("-"::repeat).toList());
        return lines.stream()
                .map(row ->
                        IntStream.range(0, row.size())
                                .mapToObj(column ->
                                        row.get(column)
                                                + " "
                                                        .repeat(
                                                                widths.get(column)
                                                                        - row.get(column).length()))
                                .collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }
}
