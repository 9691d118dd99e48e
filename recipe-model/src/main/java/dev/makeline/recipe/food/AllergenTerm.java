package dev.makeline.recipe.food;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a text names or says, as far as allergens go. Names are found from the end, where English
/// puts the noun: "unsweetened coconut milk" is coconut milk, not coconut and milk.
sealed interface AllergenTerm {

    /// A food of the table.
    record Named(List<String> words, Food food) implements AllergenTerm {

        /// Whether it is made of the food before it, as flour in "cashew flour".
        boolean isMadeOf(AllergenTerm before) {
            return words.size() == 1
                    && before instanceof Named other
                    && Allergens.isMadeOf(words.getFirst(), other.food());
        }
    }

    /// A phrase such as "vegan".
    record Excluding(Set<Allergen> allergens) implements AllergenTerm {}

    /// Any other word.
    record Word(String text) implements AllergenTerm {}

    static List<AllergenTerm> of(List<String> words) {
        List<AllergenTerm> terms = new ArrayList<>();
        int end = words.size();
        while (end > 0) {
            int start = Math.max(0, end - FoodTable.KNOWN.longest());
            while (start < end - 1 && !isTerm(words.subList(start, end))) {
                start++;
            }
            terms.add(term(words.subList(start, end)));
            end = start;
        }
        return terms.reversed();
    }

    private static boolean isTerm(List<String> words) {
        return !(term(words) instanceof Word);
    }

    private static AllergenTerm term(List<String> words) {
        String joined = FoodWords.joined(words);
        Set<Allergen> excluded = Allergens.excludedBy(joined);
        if (!excluded.isEmpty()) {
            return new Excluding(excluded);
        }
        int place = FoodTable.KNOWN.find(joined);
        return place == FoodTable.UNKNOWN
                ? new Word(joined)
                : new Named(words, FoodTable.KNOWN.food(place));
    }
}
