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
            return new FoodMatch(whole, shortest(all, whole), List.of());
        }
        int cut = place(all, WordList.CUT);
        List<String> main = cut < 0 ? all : all.subList(0, cut);
        int joiner = place(main, WordList.JOINER);
        FoodMatch match = joiner < 0 ? ofPhrase(main) : ofJoined(main, joiner);
        return match.isKnown() || cut < 0 ? match : insideOr(all, match);
    }

    boolean isKnown() {
        return place != FoodTable.UNKNOWN;
    }

    /// Of a name such as "fresh parsley leaves" what alone means the same food.
    private static List<String> shortest(List<String> name, int place) {
        List<String> kept = withoutQualities(name);
        List<String> food = withoutPortions(kept);
        if (FoodTable.KNOWN.find(FoodWords.joined(food)) == place) {
            return food;
        }
        return FoodTable.KNOWN.find(FoodWords.joined(kept)) == place ? kept : name;
    }

    /// "butter or lard" is butter, "red or green cabbage" a red cabbage, "tuna in oil" tuna; the
    /// rest of the words is said about it.
    private static FoodMatch ofJoined(List<String> words, int joiner) {
        List<String> left = words.subList(0, joiner);
        boolean negative = words.get(joiner).equals("without");
        List<String> right = words.subList(negative ? joiner : joiner + 1, words.size());
        List<String> shared = new ArrayList<>(left);
        shared.add(right.getLast());
        FoodMatch sharing = atEnd(shared);
        if (words.get(joiner).equals("or") && sharing.isKnown() && sharing.name.size() > 1) {
            return sharing.and(right.subList(0, right.size() - 1));
        }
        FoodMatch first = ofPhrase(left);
        return first.isKnown() ? first.and(right) : ofPhrase(right).and(left);
    }

    private FoodMatch and(List<String> more) {
        List<String> both = new ArrayList<>(extras);
        both.addAll(more);
        return new FoodMatch(place, name, telling(both));
    }

    private static FoodMatch ofPhrase(List<String> words) {
        List<String> kept = withoutQualities(words);
        List<String> food = withoutPortions(kept);
        FoodMatch match = longer(atEnd(words), longer(atEnd(kept), atEnd(food)));
        return match.isKnown() ? match : inside(food);
    }

    private static FoodMatch insideOr(List<String> all, FoodMatch otherwise) {
        FoodMatch inside = inside(withoutQualities(all));
        return inside.isKnown() ? inside : otherwise;
    }

    /// The place of the first word of a list that follows a word which is no quality and has words
    /// after it; -1 without one.
    private static int place(List<String> words, WordList list) {
        boolean named = false;
        for (int i = 0; i < words.size() - 1; i++) {
            if (named && list.has(words.get(i))) {
                return i;
            }
            named = named || !WordList.QUALITY.has(words.get(i));
        }
        return -1;
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
                return new FoodMatch(
                        place, shortest(words.subList(from, end), place), around(words, from, end));
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
        return telling(around);
    }

    private static List<String> withoutQualities(List<String> words) {
        List<String> telling = telling(words);
        return telling.isEmpty() ? words : telling;
    }

    /// The words that are no qualities, nor an "and" that stood between such.
    private static List<String> telling(List<String> words) {
        List<String> telling = new ArrayList<>(words.size());
        for (String word : words) {
            boolean opening = telling.isEmpty() && word.equals("and");
            if (!opening && !WordList.QUALITY.has(word)) {
                telling.add(word);
            }
        }
        if (!telling.isEmpty() && telling.getLast().equals("and")) {
            telling.removeLast();
        }
        return telling;
    }

    private static List<String> withoutPortions(List<String> words) {
        int end = words.size();
        while (end > 1 && WordList.PORTION.has(words.get(end - 1))) {
            end--;
        }
        return words.subList(0, end);
    }
}
