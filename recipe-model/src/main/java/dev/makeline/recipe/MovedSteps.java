package dev.makeline.recipe;

import java.util.Arrays;
import java.util.BitSet;

/// Of paired steps, the fewest that must be moved so that the others are in the recipe's order: all
/// but a longest increasing run. O(n log n).
final class MovedSteps {

    private MovedSteps() {}

    /// @return indexes in the recipe
    static BitSet in(Pairing pairing) {
        int size = pairing.recipeSize();
        int[] endOfLength = new int[size];
        int[] before = new int[size];
        int[] makeAtEnd = new int[size];
        int longest = 0;
        BitSet moved = new BitSet();
        for (int i = 0; i < size; i++) {
            if (pairing.hasRecipe(i)) {
                int place = -1 - Arrays.binarySearch(makeAtEnd, 0, longest, pairing.makeOf(i));
                before[i] = place == 0 ? -1 : endOfLength[place - 1];
                endOfLength[place] = i;
                makeAtEnd[place] = pairing.makeOf(i);
                longest = Math.max(longest, place + 1);
                moved.set(i);
            }
        }
        for (int i = longest == 0 ? -1 : endOfLength[longest - 1]; i >= 0; i = before[i]) {
            moved.clear(i);
        }
        return moved;
    }
}
