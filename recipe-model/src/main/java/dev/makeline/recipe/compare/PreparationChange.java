package dev.makeline.recipe.compare;

import dev.makeline.recipe.line.PreparationVerb;
import java.util.Locale;
import java.util.Map;
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
    private static final Map<String, String> SYNONYMS =
            Map.of(
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
        ReadIngredient recipe = pair.recipe();
        ReadIngredient make = pair.make();
        if (recipe.preparation().equals(make.preparation())
                && recipe.comment().equals(make.comment())) {
            return Optional.empty();
        }
        Set<String> done = done(recipe);
        Set<String> doneInMake = done(make);
        return isSaid(done, make) && isSaid(doneInMake, recipe)
                ? Optional.empty()
                : Optional.of(new PreparationChange(said(recipe), said(make)));
    }

    /// A substitute of which nothing is said follows from the substitution: oil is not melted as
    /// butter is.
    boolean isSaidByBoth() {
        return !recipe.isEmpty() && !make.isEmpty();
    }

    /// A line may say it as a comment, "(melted)".
    private static String said(ReadIngredient ingredient) {
        return ingredient.preparation().isEmpty() && !done(ingredient).isEmpty()
                ? ingredient.comment()
                : ingredient.preparation();
    }

    /// The words for what was done, in a normal form.
    static Set<String> done(ReadIngredient ingredient) {
        Set<String> done = words(ingredient.preparation());
        words(ingredient.comment()).stream().filter(PreparationVerb::is).forEach(done::add);
        return done;
    }

    private static boolean isSaid(Set<String> done, ReadIngredient other) {
        if (done.isEmpty()) {
            return true;
        }
        Set<String> said = words(other.name() + ' ' + other.preparation() + ' ' + other.comment());
        return said.containsAll(done);
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
