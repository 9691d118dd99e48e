package dev.makeline.recipe.food;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The word lists of `words.txt`, in the form that [WordForm] gives words.
enum WordList {
    /// Says nothing about which food it is: "fresh", "large", "chopped".
    QUALITY("quality"),
    /// Makes it another kind of the same food: "unsalted", "brown", "smoked".
    QUALIFIER("qualifier"),
    /// A piece that a food comes in, named after it: "basil leaves", "lettuce head".
    PORTION("portion"),
    /// What stands before "of" and only measures: "a pinch of salt".
    MEASURE("measure"),
    /// What stands before "of" and belongs to the name: "leg of lamb" is a lamb leg.
    PART("part"),
    /// Where the name ends and its use is told: "butter for the pan".
    CUT("cut"),
    /// Where something is said about the food that makes it another: "tuna in oil".
    JOINER("joiner");

    private static final Map<WordList, Set<String>> WORDS = words();
    private static final Set<String> ALL = all();

    private final String section;

    WordList(String section) {
        this.section = section;
    }

    boolean has(String word) {
        return WORDS.getOrDefault(this, Set.of()).contains(word);
    }

    /// Whether the word is in any of the lists.
    static boolean isKnown(String word) {
        return ALL.contains(word);
    }

    private static Map<WordList, Set<String>> words() {
        Map<WordList, Set<String>> words = new EnumMap<>(WordList.class);
        for (WordList list : values()) {
            Set<String> ofList = new HashSet<>();
            for (String line : WordForm.TABLE.section(list.section)) {
                ofList.addAll(FoodWords.of(line));
            }
            words.put(list, Set.copyOf(ofList));
        }
        return words;
    }

    private static Set<String> all() {
        Set<String> all = new HashSet<>();
        WORDS.values().forEach(all::addAll);
        return Set.copyOf(all);
    }
}
