package dev.makeline.recipe.compare;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What was done to an ingredient before, where both sides do not say the same.
///
/// @param recipe as written; empty where nothing was done
/// @param make as written; empty where nothing was done
record PreparationChange(String recipe, String make) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// Say nothing about what was done.
    private static final Set<String> EMPTY =
            Set.of(
                    "and",
                    "or",
                    "then",
                    "a",
                    "an",
                    "the",
                    "to",
                    "of",
                    "well",
                    "if",
                    "needed",
                    "you",
                    "like",
                    "your",
                    "preferably",
                    "about",
                    "very",
                    "freshly",
                    "fresh",
                    "them",
                    "it");

    /// The same done, said otherwise.
    private static final java.util.Map<String, String> SYNONYMS =
            java.util.Map.of(
                    "cubed",
                    "diced",
                    "cubes",
                    "diced",
                    "dice",
                    "diced",
                    "slices",
                    "sliced",
                    "shredded",
                    "grated",
                    "pieces",
                    "chopped",
                    "pitted",
                    "stoned",
                    "seeded",
                    "deseeded");

    static Optional<PreparationChange> between(IngredientPair pair) {
        String recipe = pair.recipe().preparation();
        String make = pair.make().preparation();
        return recipe.equals(make) || words(recipe).equals(words(make))
                ? Optional.empty()
                : Optional.of(new PreparationChange(recipe, make));
    }

    private static Set<String> words(String preparation) {
        Set<String> words = new TreeSet<>();
        for (String word : BETWEEN_WORDS.split(preparation.toLowerCase(Locale.ROOT).strip(), -1)) {
            if (!word.isEmpty() && !EMPTY.contains(word)) {
                words.add(SYNONYMS.getOrDefault(word, word));
            }
        }
        return words;
    }
}
