package dev.makeline.recipe.compare;

import java.util.List;
import java.util.Objects;

/// What one make has of one row of a [ComparisonTable].
///
/// @param <T> what the row is about: ingredients, steps or a number
public sealed interface TableCell<T> {

    /// Why a make has nothing there.
    enum Absence {
        /// The recipe has it, and the make left it out.
        REMOVED("removed"),
        /// Only other makes have it.
        NEVER_THERE("never-there"),
        /// The document says nothing of it, as of its rating.
        NOT_SAID("not-said");

        private final String label;

        Absence(String label) {
            this.label = label;
        }

        /// The word in JSON.
        public String label() {
            return label;
        }
    }

    /// @param values in the make's order: several only where a step was written as several
    /// @param differences that are about it; none where it was done as the recipe says
    record Present<T>(List<T> values, List<JudgedDifference> differences) implements TableCell<T> {
        public Present {
            values = List.copyOf(values);
            differences = List.copyOf(differences);
        }
    }

    record Absent<T>(Absence reason) implements TableCell<T> {
        public Absent {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
