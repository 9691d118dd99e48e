package dev.makeline.recipe.compare;

import java.util.Arrays;
import java.util.List;

/// Which ingredients stand at the same place among those that are paired already: between the same
/// two, where both sides have as many, and as many after the first of them. Says nothing where the
/// order was changed.
final class Neighbours {

    private final int[] recipeGap;
    private final int[] recipeOffset;
    private final int[] makeGap;
    private final int[] makeOffset;
    private final int[] recipeRemaining;
    private final int[] makeRemaining;
    private final int[] endOfRecipeGap;
    private final int[] endOfMakeGap;

    private Neighbours(int[] makeOf, int[] recipeOf) {
        recipeGap = new int[makeOf.length];
        recipeOffset = new int[makeOf.length];
        makeGap = new int[recipeOf.length];
        makeOffset = new int[recipeOf.length];
        recipeRemaining = new int[makeOf.length];
        makeRemaining = new int[recipeOf.length];
        endOfRecipeGap = new int[makeOf.length];
        endOfMakeGap = new int[recipeOf.length];
        gapsOfRecipe(makeOf, recipeOf.length);
        gapsOfMake(recipeOf);
    }

    static Neighbours of(int recipeSize, int makeSize, List<IngredientPair> pairs) {
        int[] makeOf = new int[recipeSize];
        int[] recipeOf = new int[makeSize];
        Arrays.fill(makeOf, -1);
        Arrays.fill(recipeOf, -1);
        for (IngredientPair pair : pairs) {
            makeOf[pair.recipe().index()] = pair.make().index();
            recipeOf[pair.make().index()] = pair.recipe().index();
        }
        return new Neighbours(makeOf, recipeOf);
    }

    /// Whether both stand between the same two pairs, or on the same side of one. Where nothing is
    /// paired, only what is alone or at the same of as many places is.
    boolean areInOneGap(int recipe, int make) {
        return isSameGap(recipe, make)
                && (makeGap[make] >= 0
                        || endOfMakeGap[make] < endOfMakeGap.length
                        || areShared(recipe, make));
    }

    /// Whether both stand at the same of as many places in a gap.
    boolean areShared(int recipe, int make) {
        return isSameGap(recipe, make)
                && recipeOffset[recipe] == makeOffset[make]
                && recipeRemaining[recipe] == makeRemaining[make];
    }

    private boolean isSameGap(int recipe, int make) {
        return recipeGap[recipe] == makeGap[make] && endOfRecipeGap[recipe] == endOfMakeGap[make];
    }

    /// A gap is named by the make's indexes of the pairs around it.
    private void gapsOfRecipe(int[] makeOf, int makeSize) {
        int gap = -1;
        int offset = 0;
        for (int i = 0; i < makeOf.length; i++) {
            if (makeOf[i] >= 0) {
                gap = makeOf[i];
                offset = 0;
            } else {
                recipeGap[i] = gap;
                recipeOffset[i] = offset++;
            }
        }
        int end = makeSize;
        int remaining = 0;
        for (int i = makeOf.length - 1; i >= 0; i--) {
            remaining = makeOf[i] >= 0 ? 0 : remaining + 1;
            end = makeOf[i] >= 0 ? makeOf[i] : end;
            recipeRemaining[i] = remaining;
            endOfRecipeGap[i] = end;
        }
    }

    private void gapsOfMake(int[] recipeOf) {
        int gap = -1;
        int offset = 0;
        for (int j = 0; j < recipeOf.length; j++) {
            if (recipeOf[j] >= 0) {
                gap = j;
                offset = 0;
            } else {
                makeGap[j] = gap;
                makeOffset[j] = offset++;
            }
        }
        int end = recipeOf.length;
        int remaining = 0;
        for (int j = recipeOf.length - 1; j >= 0; j--) {
            remaining = recipeOf[j] >= 0 ? 0 : remaining + 1;
            end = recipeOf[j] >= 0 ? j : end;
            makeRemaining[j] = remaining;
            endOfMakeGap[j] = end;
        }
    }
}
