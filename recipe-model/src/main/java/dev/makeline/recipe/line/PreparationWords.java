package dev.makeline.recipe.line;

import java.util.Set;

/// Recognizes what was done to a food by the form of the words.
final class PreparationWords {

    private static final Set<String> CONNECTIVES = Set.of("and", "or", "then", "&");

    private PreparationWords() {}

    /// More than anybody does to one food, and more adverbs than anybody says of it; keeps the cost
    /// of hostile lines in proportion to their length.
    private static final int LONGEST = 12;

    /// The place after "finely chopped", "peeled, seeded and diced", "freshly ground"; `i` where no
    /// such phrase starts.
    static int phraseEnd(Reading line, int i) {
        int end = oneEnd(line, i);
        if (end == i) {
            return i;
        }
        while (end < i + LONGEST * 2) {
            int next = end;
            if (line.isSeparator(next)) {
                next++;
            }
            while (CONNECTIVES.contains(line.lower(next))) {
                next++;
            }
            int more = oneEnd(line, next);
            if (more == next) {
                return isLastDone(line, next) ? next + 1 : end;
            }
            end = more;
        }
        return end;
    }

    /// The "rolled" of "boned and rolled", which alone would be a kind of food.
    private static boolean isLastDone(Reading line, int i) {
        return CONNECTIVES.contains(line.lower(i - 1))
                && isRegularParticiple(line.lower(i))
                && !line.isWord(i + 1);
    }

    /// The place after one adverb-and-participle; `i` where none starts.
    static int oneEnd(Reading line, int i) {
        int word = i;
        while (word < i + LONGEST && Lexicon.ADVERB.has(line.lower(word))) {
            word++;
        }
        String lower = line.lower(word);
        if (lower.isEmpty() || isNameOfFood(line, word)) {
            return i;
        }
        boolean participle =
                Lexicon.PARTICIPLE.has(lower)
                        || (word > i
                                && (Lexicon.PARTICIPLE_AFTER_ADVERB.has(lower)
                                        || isRegularParticiple(lower)))
                        || isHyphenated(lower)
                        || (lower.equals("hot") && isHotFood(line, word));
        return participle ? word + 1 : i;
    }

    /// `fine-chopped`, `fresh-ground`.
    private static boolean isHyphenated(String lower) {
        int hyphen = lower.lastIndexOf('-');
        if (hyphen <= 0) {
            return false;
        }
        String last = lower.substring(hyphen + 1);
        boolean done = Lexicon.PARTICIPLE.has(last) || Lexicon.PARTICIPLE_AFTER_ADVERB.has(last);
        return (done && Lexicon.ADVERB.has(lower.substring(0, hyphen)))
                || lower.equals("fresh-ground")
                || lower.equals("fresh-squeezed");
    }

    private static boolean isHotFood(Reading line, int i) {
        int end = Math.min(line.clauseEnd(i), i + 6);
        for (int word = i + 1; word < end; word++) {
            if (Lexicon.HOT_FOOD.has(line.lower(word))) {
                return true;
            }
        }
        return false;
    }

    /// Participles that make the name of another food.
    private static boolean isNameOfFood(Reading line, int i) {
        String next = line.lower(i + 1);
        return switch (line.lower(i)) {
            case "crushed" -> next.startsWith("tomato") || next.equals("ice");
            case "split" ->
                    next.startsWith("pea")
                            || next.startsWith("red")
                            || next.startsWith("yellow")
                            || next.startsWith("chicken");
            case "cracked" -> next.equals("wheat");
            case "shaved" -> next.equals("ice");
            case "cold" -> next.equals("cuts");
            case "toasted" -> next.equals("sesame");
            default -> false;
        };
    }

    /// Whether a clause that follows the name tells a preparation.
    static boolean isPreparation(Reading line, int from, int end) {
        int i = from;
        while (i < end && CONNECTIVES.contains(line.lower(i))) {
            i++;
        }
        String first = line.lower(i);
        if (oneEnd(line, i) > i || Lexicon.PARTICIPLE_AFTER_ADVERB.has(first)) {
            return true;
        }
        if (first.equals("in")) {
            return line.isNumber(i + 1) || hasShape(line, i + 1, end);
        }
        if (first.equals("at") || first.equals("room")) {
            return true;
        }
        return !first.isEmpty()
                && i == from
                && !Lexicon.TAIL_COMMENT.has(first)
                && !line.lower(end - 1).equals("only")
                && hasParticiple(line, i, Math.min(end, i + 7));
    }

    private static boolean hasShape(Reading line, int from, int end) {
        for (int i = from; i < end; i++) {
            if (Lexicon.SHAPE.has(line.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasParticiple(Reading line, int from, int end) {
        for (int i = from; i < end; i++) {
            String lower = line.lower(i);
            if (Lexicon.PARTICIPLE.has(lower) || isRegularParticiple(lower)) {
                return true;
            }
            if (Lexicon.TAIL_COMMENT.has(lower) || lower.equals("or")) {
                return false;
            }
        }
        return false;
    }

    static boolean isRegularParticiple(String lower) {
        return lower.length() > 3
                && lower.endsWith("ed")
                && !lower.endsWith("eed")
                && !Lexicon.STATE.has(lower.substring(lower.lastIndexOf('-') + 1));
    }
}
