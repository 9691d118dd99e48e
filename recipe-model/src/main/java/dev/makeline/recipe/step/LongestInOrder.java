package dev.makeline.recipe.step;

import java.util.Arrays;
import java.util.BitSet;

/// Which of several places may stay so that the fewest others are moved: a longest run of them that
/// increases. O(n log n).
final class LongestInOrder {

    private LongestInOrder() {}

    /// @param places each at most once
    /// @return the indexes of those that stay
    static BitSet of(int[] places) {
        int[] endOfLength = new int[places.length];
        int[] before = new int[places.length];
        int[] placeAtEnd = new int[places.length];
        int longest = 0;
        for (int i = 0; i < places.length; i++) {
            int length = -1 - Arrays.binarySearch(placeAtEnd, 0, longest, places[i]);
            before[i] = length == 0 ? -1 : endOfLength[length - 1];
            endOfLength[length] = i;
            placeAtEnd[length] = places[i];
            longest = Math.max(longest, length + 1);
        }
        BitSet inOrder = new BitSet();
        for (int i = longest == 0 ? -1 : endOfLength[longest - 1]; i >= 0; i = before[i]) {
            inOrder.set(i);
        }
        return inOrder;
    }
}
