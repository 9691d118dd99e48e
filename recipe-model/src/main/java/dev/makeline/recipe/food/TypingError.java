package dev.makeline.recipe.food;

/// Tells whether two words differ by a slip of typing: a letter too much, too few, another, or two
/// that changed places (Damerau and Levenshtein). One slip in words of five letters, two in words
/// of nine.
public final class TypingError {

    private static final int LENGTH_FOR_ONE = 5;
    private static final int LENGTH_FOR_TWO = 9;

    private TypingError() {}

    /// @param a in lower case
    /// @param b in lower case
    public static boolean isBetween(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        if (shorter < LENGTH_FOR_ONE || isNegation(a, b) || isNegation(b, a)) {
            return false;
        }
        int slips = shorter < LENGTH_FOR_TWO ? 1 : 2;
        return Math.abs(a.length() - b.length()) <= slips && within(a, 0, b, 0, slips);
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
