package dev.makeline.recipe.food;

import java.util.HashSet;
import java.util.List;
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
    /// Where the name ends and something is said about it: "tuna in oil".
    CUT("cut");

    private final Set<String> words;

    WordList(String section) {
        Set<String> list = new HashSet<>();
        for (String line : WordForm.TABLE.section(section)) {
            for (String word : line.split("\\s+", -1)) {
                list.addAll(FoodWords.of(word));
            }
        }
        words = Set.copyOf(list);
    }

    boolean has(String word) {
        return words.contains(word);
    }

    boolean hasAll(List<String> all) {
        return words.containsAll(all);
    }

    static boolean isKnown(String word) {
        for (WordList list : values()) {
            if (list.has(word)) {
                return true;
            }
        }
        return false;
    }
}
