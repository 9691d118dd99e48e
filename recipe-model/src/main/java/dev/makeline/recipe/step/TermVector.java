package dev.makeline.recipe.step;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The weighted terms of a step, ascending by the term's number. Not changed after it was made.
final class TermVector {

    /// Terms taken into account of a step, the heaviest. A step of a recipe has a dozen words; the
    /// bound keeps 1,000 × 1,000 steps of any length within a second.
    private static final int MOST = 48;

    private final int[] terms;
    private final double[] weights;
    private final double total;

    private TermVector(int[] terms, double[] weights) {
        this.terms = terms;
        this.weights = weights;
        this.total = Arrays.stream(weights).sum();
    }

    /// @param terms ascending; not changed after the call, nor are the weights
    static TermVector of(int[] terms, double[] weights) {
        return terms.length > MOST ? heaviest(terms, weights) : new TermVector(terms, weights);
    }

    private static TermVector heaviest(int[] terms, double[] weights) {
        int[] kept =
                IntStream.range(0, terms.length)
                        .boxed()
                        .sorted(Comparator.<Integer>comparingDouble(i -> weights[i]).reversed())
                        .limit(MOST)
                        .mapToInt(i -> i)
                        .sorted()
                        .toArray();
        return new TermVector(
                Arrays.stream(kept).map(i -> terms[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> weights[i]).toArray());
    }

    /// The terms of both.
    TermVector with(TermVector other) {
        int[] both = new int[terms.length + other.terms.length];
        double[] ofBoth = new double[both.length];
        int size = 0;
        for (int i = 0, j = 0; i < terms.length || j < other.terms.length; size++) {
            boolean own =
                    j == other.terms.length || (i < terms.length && terms[i] < other.terms[j]);
            if (!own && i < terms.length && terms[i] == other.terms[j]) {
                i++;
            }
            both[size] = own ? terms[i] : other.terms[j];
            ofBoth[size] = own ? weights[i++] : other.weights[j++];
        }
        return of(Arrays.copyOf(both, size), Arrays.copyOf(ofBoth, size));
    }

    /// The part of their weight that two steps share, from 0 to 1.
    double similarity(TermVector other) {
        double all = total + other.total;
        return all == 0 ? 0 : Math.min(1, 2 * shared(other) / all);
    }

    /// The part of this one's weight that the other has too, from 0 to 1.
    double partIn(TermVector other) {
        return total == 0 ? 0 : Math.min(1, shared(other) / total);
    }

    private double shared(TermVector other) {
        double shared = 0;
        for (int i = 0, j = 0; i < terms.length && j < other.terms.length; ) {
            if (terms[i] == other.terms[j]) {
                shared += weights[i];
                i++;
                j++;
            } else if (terms[i] < other.terms[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }
}
