package dev.makeline.recipe;

import java.util.Arrays;

/// Which entry of the make stands for which entry of the recipe, by index; each at most once.
/// Filled while a match is sought, read afterwards. Not thread-safe.
final class Pairing {

    private static final int NONE = -1;

    private final int[] makeOfRecipe;
    private final int[] recipeOfMake;

    Pairing(int recipeSize, int makeSize) {
        makeOfRecipe = new int[recipeSize];
        recipeOfMake = new int[makeSize];
        Arrays.fill(makeOfRecipe, NONE);
        Arrays.fill(recipeOfMake, NONE);
    }

    void pair(int recipeIndex, int makeIndex) {
        makeOfRecipe[recipeIndex] = makeIndex;
        recipeOfMake[makeIndex] = recipeIndex;
    }

    boolean hasRecipe(int recipeIndex) {
        return makeOfRecipe[recipeIndex] != NONE;
    }

    boolean hasMake(int makeIndex) {
        return recipeOfMake[makeIndex] != NONE;
    }

    /// Only after [#hasRecipe].
    int makeOf(int recipeIndex) {
        return makeOfRecipe[recipeIndex];
    }

    int recipeSize() {
        return makeOfRecipe.length;
    }

    int makeSize() {
        return recipeOfMake.length;
    }

    /// These pairs, with so many more entries before and after them that are paired one by one.
    Pairing within(int before, int after) {
        Pairing whole = new Pairing(before + recipeSize() + after, before + makeSize() + after);
        for (int i = 0; i < before; i++) {
            whole.pair(i, i);
        }
        for (int i = 0; i < recipeSize(); i++) {
            if (hasRecipe(i)) {
                whole.pair(before + i, before + makeOf(i));
            }
        }
        for (int i = 0; i < after; i++) {
            whole.pair(before + recipeSize() + i, before + makeSize() + i);
        }
        return whole;
    }

    /// The same pairs seen from the other side.
    Pairing mirrored() {
        Pairing mirrored = new Pairing(/* recipeSize= */ makeSize(), /* makeSize= */ recipeSize());
        for (int recipeIndex = 0; recipeIndex < recipeSize(); recipeIndex++) {
            if (hasRecipe(recipeIndex)) {
                mirrored.pair(makeOf(recipeIndex), recipeIndex);
            }
        }
        return mirrored;
    }
}
