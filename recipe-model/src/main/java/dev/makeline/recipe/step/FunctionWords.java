package dev.makeline.recipe.step;

import java.util.Set;

/// Words that hold a sentence together and tell a cook nothing: "until the onion is soft" is "until
/// the onion soft". Words that deny, compare or say when are none of them.
final class FunctionWords {

    /// As stems, which [Stem] leaves as they are but for "som".
    private static final Set<String> WORDS =
            Set.of(
                    "a",
                    "an",
                    "the",
                    "is",
                    "are",
                    "be",
                    "been",
                    "was",
                    "were",
                    "has",
                    "have",
                    "it",
                    "its",
                    "them",
                    "they",
                    "this",
                    "that",
                    "these",
                    "those",
                    "then",
                    "so",
                    "you",
                    "your",
                    "just",
                    "can",
                    "will",
                    "and",
                    "any",
                    "also",
                    "should",
                    "there",
                    "up",
                    "som",
                    "let",
                    "together",
                    "enjoy");

    /// Say little without the word that they stand before: "cut in cubes" is "cut into cubes".
    private static final Set<String> PREPOSITIONS =
            Set.of("of", "as", "to", "in", "into", "at", "on", "onto", "for", "from", "with", "by");

    private FunctionWords() {}

    /// @param stem of a word, or a quantity with a leading `#`
    static boolean is(String stem) {
        return WORDS.contains(stem);
    }

    static boolean isPreposition(String stem) {
        return PREPOSITIONS.contains(stem);
    }
}
