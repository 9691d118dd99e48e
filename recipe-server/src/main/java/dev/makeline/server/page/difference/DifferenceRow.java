package dev.makeline.server.page.difference;

import java.util.List;
import java.util.stream.Collectors;

/// One ingredient, step or number on both sides.
///
/// @param level of the weightiest of its differences
/// @param recipe nothing where only the make has it
/// @param make nothing where it was left out, or is not said
/// @param notes its differences as sentences
public record DifferenceRow(Level level, List<Mark> recipe, List<Mark> make, List<Note> notes) {

    /// @param sentence as a cook would say it
    public record Note(Level level, String sentence) {}

    public DifferenceRow {
        recipe = List.copyOf(recipe);
        make = List.copyOf(make);
        notes = List.copyOf(notes);
    }

    /// Whether both sides say it in the same words, so that a narrow screen need show but one.
    public boolean isSaidAlike() {
        return text(recipe).equals(text(make));
    }

    private static String text(List<Mark> marks) {
        return marks.stream().map(Mark::text).collect(Collectors.joining());
    }

    public boolean isDifferent() {
        return level != Level.SAME;
    }
}
