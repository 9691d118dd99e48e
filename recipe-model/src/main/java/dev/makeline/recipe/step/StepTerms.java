package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Amount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The terms by which the steps of two recipes are told apart: their words, the families of these
/// words, and their quantities. A term weighs the more the fewer steps have it.
final class StepTerms {

    private static final double WORD = 1;
    private static final double FAMILY = 0.5;
    private static final double KIND = 0.25;
    private static final double VALUE = 0.5;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final double[] rarities;

    private StepTerms(List<Map<String, Double>> all) {
        List<Integer> stepsWith = new ArrayList<>();
        for (Map<String, Double> terms : all) {
            for (String term : terms.keySet()) {
                Integer known = numbers.putIfAbsent(term, stepsWith.size());
                if (known == null) {
                    stepsWith.add(1);
                } else {
                    stepsWith.set(known, stepsWith.get(known) + 1);
                }
            }
        }
        rarities = stepsWith.stream().mapToDouble(with -> rarity(all.size(), with)).toArray();
    }

    private static double rarity(int steps, int with) {
        return Math.log(1 + (double) steps / with);
    }

    /// @return the vectors of the recipe's steps, then of the make's
    static List<TermVector> of(List<StepReading> recipe, List<StepReading> make) {
        List<Map<String, Double>> all =
                Stream.concat(recipe.stream(), make.stream()).map(StepTerms::terms).toList();
        StepTerms terms = new StepTerms(all);
        double[] weights = new double[terms.rarities.length];
        return all.stream().map(step -> terms.vector(step, weights)).toList();
    }

    /// @param weights room for the weight of each term
    private TermVector vector(Map<String, Double> terms, double[] weights) {
        int[] ascending = new int[terms.size()];
        int next = 0;
        for (Map.Entry<String, Double> term : terms.entrySet()) {
            int number = numbers.getOrDefault(term.getKey(), 0);
            ascending[next++] = number;
            weights[number] = term.getValue() * rarities[number];
        }
        Arrays.sort(ascending);
        double[] ofTerms = new double[ascending.length];
        Arrays.setAll(ofTerms, i -> weights[ascending[i]]);
        return TermVector.of(ascending, ofTerms);
    }

    private static Map<String, Double> terms(StepReading reading) {
        Map<String, Double> terms = new HashMap<>();
        for (StepItem item : reading.items()) {
            switch (item) {
                case StepWord word -> addWord(terms, word);
                case StepQuantity quantity -> addQuantity(terms, quantity);
            }
        }
        return terms;
    }

    private static void addWord(Map<String, Double> terms, StepWord word) {
        if (!StepVocabulary.isStopWord(word)) {
            terms.put(word.stem(), WORD);
            StepVocabulary.familiesOf(word).forEach(family -> terms.put(family, FAMILY));
        }
    }

    private static void addQuantity(Map<String, Double> terms, StepQuantity quantity) {
        Amount amount = quantity.amount();
        terms.put("#" + quantity.kind(), KIND);
        terms.put("#" + quantity.kind() + amount.low() + "-" + amount.high(), VALUE);
    }
}
