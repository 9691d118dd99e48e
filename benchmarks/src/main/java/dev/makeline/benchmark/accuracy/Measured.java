package dev.makeline.benchmark.accuracy;

import java.util.List;

/// What one measurement found.
///
/// @param notes what a reader of the rows has to know
/// @param details what is told only when asked for
public record Measured(List<Row> rows, List<String> notes, List<String> details) {

    public Measured {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        details = List.copyOf(details);
    }
}
