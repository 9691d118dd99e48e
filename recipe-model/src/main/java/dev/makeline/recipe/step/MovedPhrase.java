package dev.makeline.recipe.step;

import java.util.List;
import java.util.regex.Pattern;

/// Tells whether two steps differ in the place of one phrase inside a sentence alone: "bake at 200
/// degrees for an hour" and "bake for an hour at 200 degrees". In another sentence, or before a
/// "then", it would be done at another moment.
final class MovedPhrase {

    private static final Pattern NEXT_ACTION =
            Pattern.compile(
                    "[.!?;](?=\\s)|\\b(?:then|first|before|after|next|followed|finally)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// Words of a sentence; keeps hostile input cheap.
    private static final int LONGEST = 60;

    private MovedPhrase() {}

    static boolean isBetween(Phrasing one, Phrasing other) {
        List<String> words = one.words();
        List<String> others = other.words();
        if (words.size() != others.size()) {
            return false;
        }
        int start = 0;
        while (start < words.size() && words.get(start).equals(others.get(start))) {
            start++;
        }
        int end = words.size();
        while (end > start && words.get(end - 1).equals(others.get(end - 1))) {
            end--;
        }
        return end - start <= LONGEST
                && isTurned(words.subList(start, end), others.subList(start, end))
                && isInOneSentence(one, start, end)
                && isInOneSentence(other, start, end);
    }

    /// Whether a beginning of the words has become the end of the others.
    private static boolean isTurned(List<String> words, List<String> others) {
        int size = words.size();
        for (int cut = 1; cut < size; cut++) {
            if (words.subList(cut, size).equals(others.subList(0, size - cut))
                    && words.subList(0, cut).equals(others.subList(size - cut, size))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInOneSentence(Phrasing phrasing, int start, int end) {
        TextPlace first = phrasing.places().get(start);
        TextPlace last = phrasing.places().get(end - 1);
        return first.text() == last.text()
                && first.start() < last.end()
                && !NEXT_ACTION
                        .matcher(phrasing.says().texts().get(first.text()))
                        .region(first.start(), last.end())
                        .find();
    }
}
