package dev.makeline.benchmark.accuracy.score;

import java.util.Locale;

/// Where a difference is: a JSON pointer into the recipe, or into the make for what the make alone
/// has. Ingredients and steps are counted from 0.
public record Place(Side side, String pointer) {

    /// Which of the two documents.
    public enum Side {
        RECIPE,
        MAKE
    }

    /// @param written as [#toString] writes it
    public static Place read(String written) {
        int slash = written.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "A place is recipe/… or make/…, but this is " + written);
        }
        return new Place(
                Side.valueOf(written.substring(0, slash).toUpperCase(Locale.ROOT)),
                written.substring(slash));
    }

    public static Place recipeIngredient(int index) {
        return new Place(Side.RECIPE, "/ingredients/" + index);
    }

    public static Place makeIngredient(int index) {
        return new Place(Side.MAKE, "/ingredients/" + index);
    }

    public static Place recipeStep(int index) {
        return new Place(Side.RECIPE, "/steps/" + index);
    }

    public static Place makeStep(int index) {
        return new Place(Side.MAKE, "/steps/" + index);
    }

    public static Place ofMake(String pointer) {
        return new Place(Side.MAKE, pointer);
    }

    public static Place ofRecipe(String pointer) {
        return new Place(Side.RECIPE, pointer);
    }

    @Override
    public String toString() {
        return side.name().toLowerCase(Locale.ROOT) + pointer;
    }
}
