package dev.makeline.recipe.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Words that hold a sentence together and tell a cook nothing: "until the onion is soft" is "until
/// the onion soft". Words that deny, compare or say where and when are none of them.
final class FunctionWords {

    /// As stems, which [Stem] leaves as they are.
    private static final Set<String> WORDS =
            Set.of(
                    "a", "an", "the", "is", "are", "be", "been", "was", "were", "has", "have", "it",
                    "its", "them", "they", "this", "that", "these", "those", "then", "so", "you",
                    "your", "just", "can", "will", "and", "any", "also", "should", "there", "up",
                    "of", "as", "to");

    private FunctionWords() {}

    /// @param words stems, and quantities with a leading `#`
    static List<String> leftOut(List<String> words) {
        List<String> telling = new ArrayList<>(words.size());
        for (String word : words) {
            if (!WORDS.contains(word)) {
                telling.add(word);
            }
        }
        return telling;
    }
}
