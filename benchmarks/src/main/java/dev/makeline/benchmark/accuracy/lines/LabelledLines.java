package dev.makeline.benchmark.accuracy.lines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Ingredient lines with the fields that people saw in them.
record LabelledLines(List<LabelledLine> lines) {

    record LabelledLine(
            String input,
            String name,
            String quantity,
            String unit,
            String preparation,
            String comment) {}

    private static final int COLUMNS = 6;

    /// @param csv with the columns input, name, quantity, unit, preparation, comment and a heading
    static LabelledLines read(Path csv) throws IOException {
        List<LabelledLine> lines = new ArrayList<>();
        for (List<String> row : rows(Files.readString(csv, StandardCharsets.UTF_8))) {
            if (row.size() == COLUMNS && !row.getFirst().equals("input")) {
                lines.add(
                        new LabelledLine(
                                row.get(0),
                                row.get(1),
                                row.get(2),
                                row.get(3),
                                row.get(4),
                                row.get(5)));
            }
        }
        return new LabelledLines(List.copyOf(lines));
    }

    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char next = csv.charAt(i);
            if (quoted && next == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(next);
                i++;
            } else if (next == '"') {
                quoted = !quoted;
            } else if (!quoted && (next == ',' || next == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (next == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || next != '\r') {
                cell.append(next);
            }
        }
        return rows;
    }
}
