package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Amount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The terms by which the steps of two recipes are told apart: their words, the families of these
/// words, and their quantities. A term weighs the more the fewer steps have it.
final class StepTerms {

    private static final double WORD = 1;
    private static final double FAMILY = 0.5;
    private static final double KIND = 0.25;
    private static final double VALUE = 0.5;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, Integer> stepsWith = new HashMap<>();
    private final int steps;

    private StepTerms(List<Map<String, Double>> all) {
        steps = all.size();
        for (Map<String, Double> terms : all) {
            for (String term : terms.keySet()) {
                int number = numbers.computeIfAbsent(term, _ -> numbers.size());
                stepsWith.merge(number, 1, Integer::sum);
            }
        }
    }

    /// @return the vectors of the recipe's steps, then of the make's
    static List<TermVector> of(List<StepReading> recipe, List<StepReading> make) {
        List<Map<String, Double>> all =
                Stream.concat(recipe.stream(), make.stream()).map(StepTerms::terms).toList();
        StepTerms terms = new StepTerms(all);
        return all.stream().map(terms::vector).toList();
    }

    private TermVector vector(Map<String, Double> terms) {
        SortedMap<Integer, Double> weights = new TreeMap<>();
        terms.forEach((term, weight) -> {
            int number = numbers.getOrDefault(term, 0);
            double rarity = Math.log(1 + (double) steps / stepsWith.getOrDefault(number, 1));
            weights.put(number, weight * rarity);
        });
        return TermVector.of(weights);
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
