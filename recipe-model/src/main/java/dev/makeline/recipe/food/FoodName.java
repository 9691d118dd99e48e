package dev.makeline.recipe.food;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The name of a food in the form that it is compared in, read once per ingredient.
///
/// Case, hyphens, spaces, underscores, camelCase, marks ("jalapeño"), number, British or American
/// spelling and the order around commas and "of" make no difference. Words that make no other food
/// ("fresh", "large", "good-quality", "chopped") are left out; words that make another kind of it
/// stay ("unsalted", "brown", "smoked", "dried"). Where the table knows the words with a quality as
/// a food of its own, as in "crushed tomatoes", the quality stays.
///
/// Any text is read, in time in proportion to its length. Two names are equal when their normal
/// forms are.
public final class FoodName {

    /// Words beyond these do not count towards likeness.
    private static final int MOST_COMPARED = 16;

    private final String text;
    private final List<String> words;
    private final String normal;
    private final FoodMatch match;
    private final String joined;
    private final String[] compared;
    private final boolean unknownWord;

    private FoodName(String text, FoodMatch match, List<String> words) {
        this.text = text;
        this.match = match;
        this.words = List.copyOf(words);
        normal = String.join(" ", words);
        joined = FoodWords.joined(words);
        compared = words.subList(0, Math.min(words.size(), MOST_COMPARED)).toArray(String[]::new);
        unknownWord = !match.isKnown() || hasUnknownWord(words);
    }

    /// Reads a name as people write it, as [dev.makeline.recipe.line.IngredientLine#name] gives it
    /// or as a whole line without its amount.
    public static FoodName of(String name) {
        List<String> spoken = NameOrder.of(name);
        if (spoken.isEmpty()) {
            spoken = name.isBlank() ? List.of() : List.of(name.strip());
        }
        FoodMatch match = FoodMatch.of(spoken);
        if (match.extras().isEmpty()) {
            return new FoodName(name, match, match.name());
        }
        List<String> words = new ArrayList<>(match.extras());
        words.addAll(match.name());
        return new FoodName(name, match, words);
    }

    /// The name as it was given.
    public String text() {
        return text;
    }

    /// The words that matter, in lower case and singular: those of [#modifiers], then the noun.
    public List<String> words() {
        return words;
    }

    /// The words that matter as one text.
    public String normal() {
        return normal;
    }

    /// What the food is at heart: "butter" of "unsalted butter"; empty of an empty name.
    public String head() {
        return words.isEmpty() ? "" : words.getLast();
    }

    /// What is said about the head: "unsalted" of "unsalted butter".
    public List<String> modifiers() {
        return words.isEmpty() ? words : words.subList(0, words.size() - 1);
    }

    Optional<Food> food() {
        return match.isKnown()
                ? Optional.of(FoodTable.KNOWN.food(match.place()))
                : Optional.empty();
    }

    int place() {
        return match.place();
    }

    int family() {
        return FoodTable.KNOWN.family(match.place());
    }

    /// The words that tell which kind of the food it is: "unsalted" of "unsalted butter".
    List<String> extras() {
        return match.extras();
    }

    String joined() {
        return joined;
    }

    int size() {
        return compared.length;
    }

    String word(int i) {
        return compared[i];
    }

    boolean hasUnknownWord() {
        return unknownWord;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FoodName that && normal.equals(that.normal);
    }

    @Override
    public int hashCode() {
        return normal.hashCode();
    }

    @Override
    public String toString() {
        return normal;
    }

    private static boolean hasUnknownWord(List<String> words) {
        for (String word : words) {
            if (!isKnown(word)) {
                return true;
            }
        }
        return false;
    }

    static boolean isKnown(String word) {
        return FoodTable.KNOWN.hasWord(word) || WordList.isKnown(word);
    }
}
