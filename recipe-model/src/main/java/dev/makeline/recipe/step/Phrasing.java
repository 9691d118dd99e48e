package dev.makeline.recipe.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A step without the words that tell a cook nothing, to see whether another only puts it
/// otherwise.
///
/// @param words stems, and quantities with a leading `#`
/// @param places of the words
record Phrasing(SaidTogether says, List<String> words, List<TextPlace> places) {

    /// As stems.
    private static final Map<String, String> SYNONYMS =
            Map.ofEntries(
                    Map.entry("till", "until"),
                    Map.entry("til", "until"),
                    Map.entry("untill", "until"),
                    Map.entry("well", "thoroughly"),
                    Map.entry("fully", "completely"),
                    Map.entry("entirely", "completely"),
                    Map.entry("optionally", "optional"),
                    Map.entry("plac", "put"),
                    Map.entry("ontop", "top"),
                    Map.entry("allow", "let"));

    private static final List<String> FIRE = List.of("heat", "flam", "fir");

    /// Between "over" and what a pan stands on: "over a medium to high heat".
    private static final int MOST_BEFORE_FIRE = 4;

    /// @param stems of the items, in their order
    static Phrasing of(SaidTogether says, List<String> stems) {
        List<String> words = new ArrayList<>(stems.size());
        List<TextPlace> places = new ArrayList<>(stems.size());
        for (int i = 0; i < stems.size(); i++) {
            String word = SYNONYMS.getOrDefault(stems.get(i), stems.get(i));
            if (!FunctionWords.is(word)) {
                words.add(isOverFire(stems, i) ? "on" : word);
                places.add(says.items().get(i).place());
            }
        }
        return new Phrasing(says, words, places);
    }

    boolean saysTheSameAs(Phrasing other) {
        return TypingErrors.explain(withoutPrepositions(), other.withoutPrepositions())
                || MovedPhrase.isBetween(this, other);
    }

    private List<String> withoutPrepositions() {
        return words.stream().filter(word -> !FunctionWords.isPreposition(word)).toList();
    }

    private static boolean isOverFire(List<String> stems, int at) {
        int end = Math.min(stems.size(), at + 2 + MOST_BEFORE_FIRE);
        return stems.get(at).equals("over")
                && stems.subList(at + 1, end).stream().anyMatch(FIRE::contains);
    }
}
