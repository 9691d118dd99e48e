package dev.makeline.recipe.food;

import java.util.ArrayList;
import java.util.List;

/// Which food of the table a name means, and which words of the name are left over.
///
/// @param place the food's place in the table, or [FoodTable#UNKNOWN]
/// @param name the words that name the food; of an unknown food all that matter
/// @param extras the words beside it that tell which kind of the food it is
record FoodMatch(int place, List<String> name, List<String> extras) {

    /// More words than any name has; what follows them names no food.
    private static final int MOST_WORDS = 40;

    /// Tries the whole name, then the longest end of it that the table knows, with and without the
    /// words that say a quality, then any part of it.
    static FoodMatch of(List<String> words) {
        List<String> all = words.size() > MOST_WORDS ? words.subList(0, MOST_WORDS) : words;
        int whole = FoodTable.KNOWN.find(FoodWords.joined(all));
        if (whole != FoodTable.UNKNOWN) {
            return new FoodMatch(whole, all, List.of());
        }
        List<String> main = beforeCut(all);
        List<String> kept = withoutQualities(main);
        List<String> food = withoutPortions(kept);
        FoodMatch match = longer(atEnd(main), longer(atEnd(kept), atEnd(food)));
        if (match.isKnown()) {
            return match;
        }
        FoodMatch inside = inside(food);
        return inside.isKnown() || main.size() == all.size() ? inside : insideOr(all, inside);
    }

    boolean isKnown() {
        return place != FoodTable.UNKNOWN;
    }

    private static FoodMatch insideOr(List<String> all, FoodMatch otherwise) {
        FoodMatch inside = inside(withoutQualities(all));
        return inside.isKnown() ? inside : otherwise;
    }

    private static FoodMatch longer(FoodMatch first, FoodMatch second) {
        boolean secondWins =
                second.isKnown() && (!first.isKnown() || second.name.size() > first.name.size());
        return secondWins ? second : first;
    }

    private static FoodMatch inside(List<String> words) {
        for (int end = words.size(); end > 0; end--) {
            FoodMatch match = endingAt(words, end);
            if (match.isKnown()) {
                return match;
            }
        }
        return new FoodMatch(FoodTable.UNKNOWN, words, List.of());
    }

    private static FoodMatch atEnd(List<String> words) {
        return endingAt(words, words.size());
    }

    /// The longest name of the table that ends before `end`.
    private static FoodMatch endingAt(List<String> words, int end) {
        int first = Math.max(0, end - FoodTable.KNOWN.longest());
        String joined = FoodWords.joined(words.subList(first, end));
        int start = 0;
        for (int from = first; from < end; from++) {
            int place = FoodTable.KNOWN.find(joined.substring(start));
            if (place != FoodTable.UNKNOWN) {
                return new FoodMatch(place, words.subList(from, end), around(words, from, end));
            }
            start += words.get(from).length();
        }
        return new FoodMatch(FoodTable.UNKNOWN, words, List.of());
    }

    private static List<String> around(List<String> words, int from, int end) {
        if (from == 0 && end == words.size()) {
            return List.of();
        }
        List<String> around = new ArrayList<>(words.subList(0, from));
        around.addAll(words.subList(end, words.size()));
        around.removeIf(WordList.QUALITY::has);
        return around;
    }

    private static List<String> beforeCut(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (WordList.CUT.has(words.get(i))) {
                return words.subList(0, i);
            }
        }
        return words;
    }

    private static List<String> withoutQualities(List<String> words) {
        List<String> kept = new ArrayList<>(words);
        kept.removeIf(WordList.QUALITY::has);
        return kept.isEmpty() ? words : kept;
    }

    private static List<String> withoutPortions(List<String> words) {
        int end = words.size();
        while (end > 1 && WordList.PORTION.has(words.get(end - 1))) {
            end--;
        }
        return words.subList(0, end);
    }
}
