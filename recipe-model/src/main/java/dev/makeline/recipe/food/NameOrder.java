package dev.makeline.recipe.food;

import java.util.ArrayList;
import java.util.List;

/// Puts the words of a name in the order they are usually said in: "flour, all-purpose" and "flour
/// (all-purpose)" become "all-purpose flour", "juice of 1 lemon" becomes "lemon juice", "cloves of
/// garlic" becomes "garlic". Words change places only when what follows the comma says a kind or a
/// quality, or when the table knows the food by the turned name.
final class NameOrder {

    private static final String OF = "of";

    private NameOrder() {}

    static List<String> of(String text) {
        List<String> words = List.of();
        for (String clause : clauses(text)) {
            words = words.isEmpty() ? FoodWords.of(clause) : joined(words, FoodWords.of(clause));
        }
        return withoutOf(words);
    }

    /// The parts between commas and brackets.
    static List<String> clauses(String text) {
        List<String> clauses = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (",;()[]:".indexOf(text.charAt(i)) >= 0) {
                clauses.add(text.substring(start, i));
                start = i + 1;
            }
        }
        clauses.add(text.substring(start));
        return clauses;
    }

    private static List<String> joined(List<String> before, List<String> after) {
        boolean turned = isSaidAbout(before, after);
        List<String> words = new ArrayList<>(turned ? after : before);
        words.addAll(turned ? before : after);
        return words;
    }

    private static boolean isSaidAbout(List<String> before, List<String> after) {
        if (after.isEmpty() || allDescribe(before)) {
            return false;
        }
        return allDescribe(after)
                || FoodTable.KNOWN.find(FoodWords.joined(after) + FoodWords.joined(before))
                        != FoodTable.UNKNOWN;
    }

    private static boolean allDescribe(List<String> words) {
        for (String word : words) {
            if (!WordList.QUALITY.has(word) && !WordList.QUALIFIER.has(word)) {
                return false;
            }
        }
        return true;
    }

    /// The words turned around "of", unless the table knows another food by them as they are.
    private static List<String> withoutOf(List<String> words) {
        int of = words.indexOf(OF);
        if (of <= 0 || of == words.size() - 1) {
            return words;
        }
        List<String> turned = turned(words, of);
        int known = FoodTable.KNOWN.find(FoodWords.joined(words));
        boolean another =
                known != FoodTable.UNKNOWN
                        && known != FoodTable.KNOWN.find(FoodWords.joined(turned));
        return another ? words : turned;
    }

    private static List<String> turned(List<String> words, int of) {
        if (WordList.QUALITY.has(words.get(of + 1))) {
            return words.subList(0, of);
        }
        String before = words.get(of - 1);
        List<String> after = withoutNumbers(words.subList(of + 1, words.size()));
        if (WordList.MEASURE.has(before)) {
            return after;
        }
        if (!WordList.PART.has(before)) {
            return words;
        }
        List<String> turned = new ArrayList<>(words.subList(0, of - 1));
        turned.addAll(after);
        turned.add(before);
        return turned;
    }

    private static List<String> withoutNumbers(List<String> words) {
        int first = 0;
        while (first < words.size() - 1 && isNumber(words.get(first))) {
            first++;
        }
        return words.subList(first, words.size());
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0)) || word.equals("a") || word.equals("one");
    }
}
