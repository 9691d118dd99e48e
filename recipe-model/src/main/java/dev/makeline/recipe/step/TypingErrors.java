package dev.makeline.recipe.step;

import dev.makeline.recipe.food.Foods;
import dev.makeline.recipe.food.TypingError;
import java.util.List;
import java.util.regex.Pattern;

/// Tells whether two steps say the same but for slips of typing: "spinich" for "spinach".
final class TypingErrors {

    /// No English word has a letter three times in a row.
    private static final Pattern THRICE = Pattern.compile("(\\p{L})\\1{2,}");

    private TypingErrors() {}

    /// @param recipe stems, and quantities with a leading `#`
    /// @param make the same of the make
    static boolean explain(List<String> recipe, List<String> make) {
        if (recipe.size() != make.size()) {
            return false;
        }
        for (int i = 0; i < recipe.size(); i++) {
            if (!recipe.get(i).equals(make.get(i)) && !isSlip(recipe.get(i), make.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSlip(String one, String other) {
        if (isQuantity(one) || isQuantity(other)) {
            return false;
        }
        String left = THRICE.matcher(one).replaceAll("$1$1");
        String right = THRICE.matcher(other).replaceAll("$1$1");
        return left.equals(right)
                || (TypingError.isBetween(left, right)
                        && !(Foods.isKnownWord(left) && Foods.isKnownWord(right)));
    }

    private static boolean isQuantity(String word) {
        return word.startsWith("#");
    }
}
