package dev.makeline.recipe.compare;

import java.util.List;

/// In which other units a make says the same amounts.
///
/// @param units in the plural; none where all are the recipe's
/// @param few what is said in them, where that is less than half of the ingredients that both sides
///   measure; else empty
public record OtherUnits(List<String> units, List<String> few) {

    public static final OtherUnits NONE = new OtherUnits(List.of(), List.of());

    private static final int NAMED = 2;

    public OtherUnits {
        units = List.copyOf(units);
        few = List.copyOf(few);
    }

    boolean isEmpty() {
        return units.isEmpty();
    }

    /// Whether a cook would say so of the make as a whole.
    boolean areOfMost() {
        return !units.isEmpty() && few.isEmpty();
    }

    /// As it is said after "made": `in grams`, `with plums in kilograms`.
    String spoken() {
        String in = units.size() > NAMED ? "in other units" : "in " + String.join(" and ", units);
        if (few.isEmpty()) {
            return in;
        }
        return few.size() == 1 || (few.size() == NAMED && units.size() == 1)
                ? "with " + String.join(" and ", few) + " " + in
                : "partly " + in;
    }
}
