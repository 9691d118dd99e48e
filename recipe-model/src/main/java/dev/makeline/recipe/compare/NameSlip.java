package dev.makeline.recipe.compare;

import dev.makeline.recipe.food.Foods;
import dev.makeline.recipe.food.TypingError;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells whether two names as written differ by one word with a slip of typing: "onion power" for
/// "onion powder".
final class NameSlip {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private NameSlip() {}

    static boolean isBetween(String one, String other) {
        String[] words = words(one);
        String[] otherWords = words(other);
        if (words.length != otherWords.length) {
            return false;
        }
        boolean slip = false;
        for (int i = 0; i < words.length; i++) {
            if (!words[i].equals(otherWords[i])) {
                if (slip || !isSlip(words[i], otherWords[i])) {
                    return false;
                }
                slip = true;
            }
        }
        return slip;
    }

    private static boolean isSlip(String word, String other) {
        return TypingError.isBetween(word, other)
                && !(Foods.isKnownWord(word) && Foods.isKnownWord(other));
    }

    private static String[] words(String name) {
        return SPACES.split(name.strip().toLowerCase(Locale.ROOT), -1);
    }
}
