package dev.makeline.recipe.food;

import java.util.regex.Pattern;

/// Tells whether two words differ by a slip of typing: a letter too much, too few, another, or two
/// that changed places (Damerau and Levenshtein). One slip in words of five letters, two in words
/// of nine, and in words of seven that have the same consonants: `parmasean`, written by ear.
public final class TypingError {

    private static final int LENGTH_FOR_ONE = 5;
    private static final int LENGTH_BY_EAR = 7;
    private static final int LENGTH_FOR_TWO = 9;
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]");
    private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1+");

    private TypingError() {}

    /// @param a in lower case
    /// @param b in lower case
    public static boolean isBetween(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        if (shorter < LENGTH_FOR_ONE || isNegation(a, b) || isNegation(b, a)) {
            return false;
        }
        int apart = Math.abs(a.length() - b.length());
        return (apart <= 1 && within(a, 0, b, 0, 1))
                || (apart <= 2 && isLongOrByEar(a, b, shorter) && within(a, 0, b, 0, 2));
    }

    private static boolean isLongOrByEar(String a, String b, int shorter) {
        return shorter >= LENGTH_FOR_TWO
                || (shorter >= LENGTH_BY_EAR
                        && a.charAt(0) == b.charAt(0)
                        && consonants(a).equals(consonants(b)));
    }

    private static String consonants(String word) {
        return DOUBLED.matcher(VOWELS.matcher(word).replaceAll("")).replaceAll("$1");
    }

    /// "salted" and "unsalted" are two edits apart and opposites.
    private static boolean isNegation(String longer, String shorter) {
        return longer.startsWith("un") && longer.endsWith(shorter);
    }

    private static boolean within(String a, int atA, String b, int atB, int slips) {
        int i = atA;
        int j = atB;
        while (i < a.length() && j < b.length() && a.charAt(i) == b.charAt(j)) {
            i++;
            j++;
        }
        int leftA = a.length() - i;
        int leftB = b.length() - j;
        if (leftA == 0 || leftB == 0) {
            return leftA + leftB <= slips;
        }
        return slips > 0
                && (within(a, i + 1, b, j + 1, slips - 1)
                        || within(a, i + 1, b, j, slips - 1)
                        || within(a, i, b, j + 1, slips - 1)
                        || (changedPlaces(a, i, b, j) && within(a, i + 2, b, j + 2, slips - 1)));
    }

    private static boolean changedPlaces(String a, int i, String b, int j) {
        return i + 1 < a.length()
                && j + 1 < b.length()
                && a.charAt(i) == b.charAt(j + 1)
                && a.charAt(i + 1) == b.charAt(j);
    }
}
