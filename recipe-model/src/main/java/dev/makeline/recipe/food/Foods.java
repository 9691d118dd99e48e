package dev.makeline.recipe.food;

import java.util.List;
import java.util.Optional;

/// Compares foods by their names: pure functions without allocation, made to be called for each
/// ingredient of a recipe with each of another. All are symmetric.
public final class Foods {

    private static final double ONE_KIND_APART = 0.85;
    private static final double PER_FURTHER_KIND = 0.05;
    private static final double LEAST_OF_ONE_FOOD = 0.7;

    private Foods() {}

    /// The food that a name means: by its whole name, else by the longest end of it that the table
    /// knows, as "cheddar" for "extra sharp white cheddar". Empty when the table knows no part.
    public static Optional<Food> of(FoodName name) {
        return name.food();
    }

    /// Whether both are the same food: their normal forms are equal, or the table has them as names
    /// of one food with the same words beside it, or one is a typing error for the other. Two names
    /// that the table knows are never taken for a typing error.
    public static boolean same(FoodName a, FoodName b) {
        if (a.joined().equals(b.joined())) {
            return true;
        }
        if (a.place() != FoodTable.UNKNOWN && a.place() == b.place()) {
            if (missing(a.extras(), b.extras()) == 0 && missing(b.extras(), a.extras()) == 0) {
                return true;
            }
        }
        return (a.hasUnknownWord() || b.hasUnknownWord()) && isTypingError(a, b);
    }

    /// Whether a word stands in a name of the table, or says a quality of foods: so that it is no
    /// typing error.
    ///
    /// @param word in lower case and singular
    public static boolean isKnownWord(String word) {
        return FoodName.isKnown(word);
    }

    /// Whether both name one food, one of them more precisely: "onions" and "yellow onions". Not
    /// where the table knows them as two foods, as sugar and brown sugar.
    public static boolean isMorePrecise(FoodName a, FoodName b) {
        if (a.place() != b.place() || a.words().isEmpty() || b.words().isEmpty()) {
            return false;
        }
        return a.place() != FoodTable.UNKNOWN
                ? missing(a.extras(), b.extras()) == 0 || missing(b.extras(), a.extras()) == 0
                : a.head().equals(b.head())
                        && (missing(a.words(), b.words()) == 0
                                || missing(b.words(), a.words()) == 0);
    }

    /// How well one food may stand for the other, from 0 to 1: 1 for the same, 0.85 for two kinds
    /// of one food, about 0.8 for foods of one family with the same noun, 0.6 for others of one
    /// family; less for names that only share words; 0 when nothing is common.
    public static double similarity(FoodName a, FoodName b) {
        if (same(a, b)) {
            return 1;
        }
        boolean bothKnown = a.place() != FoodTable.UNKNOWN && b.place() != FoodTable.UNKNOWN;
        if (bothKnown && a.place() == b.place()) {
            return ofOneFood(a, b);
        }
        double shared = sharedWords(a, b);
        boolean sameHead = a.size() > 0 && b.size() > 0 && a.head().equals(b.head());
        if (!bothKnown) {
            return (sameHead ? 0.5 : 0) + 0.35 * shared;
        }
        if (a.family() == b.family()) {
            return (sameHead ? 0.75 : 0.6) + 0.1 * shared;
        }
        return (sameHead ? 0.3 : 0) + 0.2 * shared;
    }

    private static double ofOneFood(FoodName a, FoodName b) {
        int apart = Math.max(missing(a.extras(), b.extras()), missing(b.extras(), a.extras()));
        return Math.max(LEAST_OF_ONE_FOOD, ONE_KIND_APART - PER_FURTHER_KIND * (apart - 1));
    }

    /// How many of `words` are not in `others`.
    private static int missing(List<String> words, List<String> others) {
        int missing = 0;
        for (int i = 0; i < words.size(); i++) {
            if (!others.contains(words.get(i))) {
                missing++;
            }
        }
        return missing;
    }

    /// The share of words that both have, from 0 to 1 (Sørensen and Dice).
    private static double sharedWords(FoodName a, FoodName b) {
        int shared = hits(a, b) + hits(b, a);
        int size = a.size() + b.size();
        return size == 0 ? 0 : (double) shared / size;
    }

    private static int hits(FoodName a, FoodName b) {
        int hits = 0;
        for (int i = 0; i < a.size(); i++) {
            String word = a.word(i);
            for (int j = 0; j < b.size(); j++) {
                if (word.equals(b.word(j))) {
                    hits++;
                    break;
                }
            }
        }
        return hits;
    }

    /// The same words in the same order but for one, of which one spelling is unknown.
    private static boolean isTypingError(FoodName a, FoodName b) {
        if (a.size() != b.size() || a.words().size() != b.words().size()) {
            return false;
        }
        int other = -1;
        for (int i = 0; i < a.size(); i++) {
            if (!a.word(i).equals(b.word(i))) {
                if (other >= 0) {
                    return false;
                }
                other = i;
            }
        }
        return other >= 0
                && TypingError.isBetween(a.word(other), b.word(other))
                && !(FoodName.isKnown(a.word(other)) && FoodName.isKnown(b.word(other)));
    }
}
