package dev.makeline.recipe.step;

import java.util.Arrays;

/// Pairs steps without changing their order so that the sum of what the pairs are worth is the
/// largest. Of several such pairings the one that pairs later steps is taken. O(n × m).
final class OrderedPairs {

    static final int NONE = -1;

    private OrderedPairs() {}

    /// @param worth of each pair; those that are worth nothing or less are not paired
    /// @return for each row its column, or [#NONE]
    static int[] of(double[][] worth, int columns) {
        double[][] best = best(worth, columns);
        int[] pairs = new int[worth.length];
        Arrays.fill(pairs, NONE);
        int i = worth.length;
        int j = columns;
        while (i > 0 && j > 0) {
            double value = worth[i - 1][j - 1];
            if (value > 0 && best[i][j] == best[i - 1][j - 1] + value) {
                i--;
                j--;
                pairs[i] = j;
            } else if (best[i][j] == best[i - 1][j]) {
                i--;
            } else {
                j--;
            }
        }
        return pairs;
    }

    private static double[][] best(double[][] worth, int columns) {
        double[][] best = new double[worth.length + 1][columns + 1];
        for (int i = 1; i <= worth.length; i++) {
            for (int j = 1; j <= columns; j++) {
                double value = worth[i - 1][j - 1];
                double skipped = Math.max(best[i - 1][j], best[i][j - 1]);
                best[i][j] = value > 0 ? Math.max(skipped, best[i - 1][j - 1] + value) : skipped;
            }
        }
        return best;
    }
}
