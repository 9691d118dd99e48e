package dev.makeline.recipe.step;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /// @param weights ascending by the term's number
    static TermVector of(SortedMap<Integer, Double> weights) {
        if (weights.size() > MOST) {
            return of(heaviest(weights));
        }
        int[] terms = new int[weights.size()];
        double[] values = new double[weights.size()];
        int next = 0;
        for (Map.Entry<Integer, Double> entry : weights.entrySet()) {
            terms[next] = entry.getKey();
            values[next] = entry.getValue();
            next++;
        }
        return new TermVector(terms, values);
    }

    private static SortedMap<Integer, Double> heaviest(Map<Integer, Double> weights) {
        SortedMap<Integer, Double> kept = new TreeMap<>();
        weights.entrySet().stream()
                .sorted(
                        Map.Entry.<Integer, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    /// The terms of both.
    TermVector with(TermVector other) {
        SortedMap<Integer, Double> both = new TreeMap<>();
        for (TermVector vector : List.of(this, other)) {
            for (int i = 0; i < vector.terms.length; i++) {
                both.put(vector.terms[i], vector.weights[i]);
            }
        }
        return of(both);
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
