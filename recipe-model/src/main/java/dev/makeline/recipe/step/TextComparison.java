package dev.makeline.recipe.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Whether two steps use other words. Quantities that stand for each other count as the same word,
/// a quantity that the other side does not have as a word of its own.
final class TextComparison {

    private final Set<StepQuantity> paired = Collections.newSetFromMap(new IdentityHashMap<>());

    private TextComparison(List<QuantityPairs.Pair> pairs) {
        for (QuantityPairs.Pair pair : pairs) {
            paired.add(pair.recipe());
            paired.add(pair.make());
        }
    }

    static Optional<StepChange> of(
            SaidTogether recipe, SaidTogether make, List<QuantityPairs.Pair> pairs) {
        TextComparison comparison = new TextComparison(pairs);
        List<String> own = comparison.words(recipe, StepWord::stem);
        List<String> made = comparison.words(make, StepWord::stem);
        if (own.equals(made)
                || comparison.isSpelledAlike(recipe, make)
                || Phrasing.of(recipe, own).saysTheSameAs(Phrasing.of(make, made))) {
            return Optional.empty();
        }
        List<TextPlace> onlyInRecipe = only(recipe, own, made);
        List<TextPlace> onlyInMake = only(make, made, own);
        int all = own.size() + made.size();
        int apart = onlyInRecipe.size() + onlyInMake.size();
        return Optional.of(
                new StepChange.TextChanged(
                        recipe.text(),
                        make.text(),
                        all == 0 ? 0 : (double) (all - apart) / all,
                        onlyInRecipe,
                        onlyInMake));
    }

    /// `sauce pan` and `saucepan`.
    private boolean isSpelledAlike(SaidTogether recipe, SaidTogether make) {
        List<String> own = words(recipe, StepWord::spelling);
        List<String> made = words(make, StepWord::spelling);
        return letters(own) == letters(made) && String.join("", own).equals(String.join("", made));
    }

    private static int letters(List<String> words) {
        int letters = 0;
        for (String word : words) {
            letters += word.length();
        }
        return letters;
    }

    private List<String> words(SaidTogether says, Function<StepWord, String> form) {
        List<String> words = new ArrayList<>(says.items().size());
        for (StepItem item : says.items()) {
            words.add(
                    switch (item) {
                        case StepWord word -> form.apply(word);
                        case StepQuantity quantity -> word(quantity);
                    });
        }
        return words;
    }

    private String word(StepQuantity quantity) {
        return paired.contains(quantity)
                ? "#" + quantity.kind()
                : "#" + quantity.kind() + quantity.amount();
    }

    private static List<TextPlace> only(
            SaidTogether says, List<String> words, List<String> otherWords) {
        Map<String, Integer> left = HashMap.newHashMap(otherWords.size());
        otherWords.forEach(word -> left.merge(word, 1, Integer::sum));
        List<TextPlace> places = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (left.merge(words.get(i), -1, Integer::sum) < 0) {
                places.add(says.items().get(i).place());
            }
        }
        return places;
    }
}
