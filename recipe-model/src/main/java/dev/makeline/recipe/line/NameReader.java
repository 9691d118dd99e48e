package dev.makeline.recipe.line;

import java.util.Map;
import java.util.Set;

/// Reads the name of the food, with what is said about it in between.
final class NameReader {

    private static final Set<String> AFTER_TO =
            Set.of(
                    "taste",
                    "garnish",
                    "serve",
                    "cover",
                    "yield",
                    "make",
                    "coat",
                    "finish",
                    "grease",
                    "decorate",
                    "fill",
                    "brush",
                    "sprinkle",
                    "thin",
                    "top",
                    "season");
    private static final Set<String> AFTER_OR =
            Set.of("to", "more", "as", "about", "a", "an", "less", "enough", "if", "until");
    private static final Set<String> OPENERS =
            Set.of(
                    "for",
                    "plus",
                    "preferably",
                    "optional",
                    "such",
                    "like",
                    "including",
                    "depending",
                    "if",
                    "from",
                    "with",
                    "at",
                    "about",
                    "in",
                    "approximately",
                    "sold",
                    "available",
                    "as",
                    "each",
                    "without",
                    "on",
                    "left",
                    "weighing");
    private static final Map<String, String> COUNTED_AFTER_NAME =
            Map.ofEntries(
                    Map.entry("clove", "garlic"),
                    Map.entry("cloves", "garlic"),
                    Map.entry("bulb", "fennel"),
                    Map.entry("bulbs", "fennel"),
                    Map.entry("stalk", "celery"),
                    Map.entry("stalks", "celery"),
                    Map.entry("rib", "celery"),
                    Map.entry("ribs", "celery"));

    private final Reading line;
    private final AmountPhrases amounts;
    private int words;

    NameReader(Reading line, AmountPhrases amounts) {
        this.line = line;
        this.amounts = amounts;
    }

    /// Reads until the clauses that follow the name.
    void read() {
        while (!line.ended() && step()) {}
    }

    private boolean step() {
        int i = line.at();
        if (line.isOpen(i)) {
            amounts.bracket();
            return true;
        }
        if (line.isSeparator(i)) {
            return comma(i);
        }
        if (line.isNumber(i)) {
            return number(i);
        }
        return line.isWord(i) ? word(i) : closing();
    }

    private boolean closing() {
        line.skip();
        return true;
    }

    private boolean number(int i) {
        if (words > 0 && amounts.starts(i)) {
            return amounts.read(line.size());
        }
        if (line.lower(i + 1).equals("percent")) {
            line.mark(Field.COMMENT, i + 2);
            return true;
        }
        line.mark(Field.NAME);
        words++;
        return true;
    }

    private boolean word(int i) {
        if (words > 0 && opensTail(i)) {
            return false;
        }
        int state = alternativeStates(i);
        if (state > i) {
            line.mark(Field.COMMENT, state);
            return true;
        }
        if (!afterConnective(i)) {
            int prepared = PreparationWords.phraseEnd(line, i);
            if (prepared > i && line.isWord(prepared) && !isTailOf(prepared)) {
                line.mark(Field.PREPARATION, prepared);
                return true;
            }
            if (prepared > i && (words == 0 || onlyAdjectives(i)) && isAdjectiveList(prepared)) {
                line.mark(Field.PREPARATION, prepared);
                return true;
            }
            if (prepared > i && words > 0) {
                return false;
            }
            if (words == 0 && isComment(i)) {
                line.mark(Field.COMMENT);
                return true;
            }
        }
        if (isCountedAfterName(i)) {
            amounts.takeUnit(UnitMatch.at(line, i).orElseThrow());
            return true;
        }
        line.mark(Field.NAME);
        words++;
        return true;
    }

    /// "drained, canned artichoke hearts": the food comes after the comma.
    private boolean isAdjectiveList(int comma) {
        return line.isSeparator(comma) && nounFollows(comma + 1);
    }

    private boolean isTailOf(int i) {
        return isPreposition(i) || (words > 0 && Lexicon.ADVERB.has(line.lower(i)));
    }

    private boolean isPreposition(int i) {
        return OPENERS.contains(line.lower(i)) || line.lower(i).equals("into");
    }

    private boolean isComment(int i) {
        if (Lexicon.COMMENT.has(line.lower(i)) && line.isWord(i + 1)) {
            return true;
        }
        boolean said = line.lower(i).equals("packed") || Lexicon.ABOUT.has(line.lower(i));
        return said || (Lexicon.ADVERB.has(line.lower(i)) && line.lower(i + 1).equals("packed"));
    }

    private boolean afterConnective(int i) {
        String before = line.lower(i - 1);
        return words > 0 && (before.equals("and") || before.equals("or"));
    }

    /// "fresh or canned", "homemade or low-sodium canned" leave the food the same.
    private int alternativeStates(int i) {
        int or = i;
        while (Lexicon.ALTERNATIVE_STATE.has(line.lower(or))) {
            or++;
        }
        if (or == i || !line.lower(or).equals("or")) {
            return i;
        }
        int end = or + 1;
        while (Lexicon.ALTERNATIVE_STATE.has(line.lower(end))) {
            end++;
        }
        return end > or + 1 && line.isWord(end) ? end : i;
    }

    /// "3 garlic cloves", "4 parsley sprigs": the portion stands after the food.
    private boolean isCountedAfterName(int i) {
        boolean last = !line.isWord(i + 1) || OPENERS.contains(line.lower(i + 1));
        return words > 0
                && last
                && isCountOf(line.lower(i), line.lower(i - 1))
                && !line.found().isEmpty()
                && hasNoPortion();
    }

    private static boolean isCountOf(String portion, String food) {
        return portion.startsWith("sprig") || food.equals(COUNTED_AFTER_NAME.get(portion));
    }

    private boolean hasNoPortion() {
        return line.found().stream()
                .noneMatch(found ->
                        found instanceof Reading.Found.FoundUnit unit
                                && (unit.match().isMeasure()
                                        || !Lexicon.SIZE.has(unit.match().text())));
    }

    private boolean opensTail(int i) {
        String lower = line.lower(i);
        String next = line.lower(i + 1);
        if (lower.equals("to")) {
            return AFTER_TO.contains(next);
        }
        if (lower.equals("or") || lower.equals("and")) {
            return line.isNumber(i + 1) || (lower.equals("or") && AFTER_OR.contains(next));
        }
        return OPENERS.contains(lower)
                || lower.equals("cut")
                || (PreparationWords.isRegularParticiple(lower) && isPreposition(i + 1));
    }

    private boolean comma(int i) {
        if (words == 0) {
            line.skip();
            return true;
        }
        if (isListGoingOn(i) || (onlyAdjectives(i) && nounFollows(i + 1))) {
            line.mark(Field.NAME);
            return true;
        }
        return false;
    }

    private boolean onlyAdjectives(int comma) {
        if (line.field(comma - 1) != Field.NAME) {
            return false;
        }
        for (int i = comma - 1; i >= 0 && line.field(i) == Field.NAME; i--) {
            if (line.isWord(i)
                    && !Lexicon.ADJECTIVE.has(line.lower(i))
                    && !Lexicon.ADVERB.has(line.lower(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean nounFollows(int i) {
        int after = PreparationWords.phraseEnd(line, i);
        return line.isWord(after) && !isPreposition(after) && !line.lower(after).equals("to");
    }

    /// "beef, chicken, veal or pork", "corn, peanut or vegetable oil".
    private boolean isListGoingOn(int comma) {
        if (words > 2 || line.token(comma).text().equals("-")) {
            return false;
        }
        int i = comma;
        while (line.isSeparator(i)) {
            int end = line.clauseEnd(i + 1);
            for (int word = i + 1; word < end; word++) {
                if (isNotInList(word)) {
                    return false;
                }
                if (word > i + 1 && isConnective(word)) {
                    return isFoodUntil(word + 1, end);
                }
            }
            if (end - i > 3) {
                return false;
            }
            i = end;
        }
        return false;
    }

    private boolean isFoodUntil(int from, int end) {
        for (int i = from; i < end && !OPENERS.contains(line.lower(i)); i++) {
            if (isNotInList(i) || line.lower(i).equals("only")) {
                return false;
            }
        }
        return true;
    }

    private boolean isConnective(int i) {
        return (line.lower(i).equals("or") || line.lower(i).equals("and"))
                && line.isWord(i + 1)
                && !isNotInList(i + 1);
    }

    private boolean isNotInList(int i) {
        String lower = line.lower(i);
        return lower.isEmpty()
                || Lexicon.PARTICIPLE.has(lower)
                || Lexicon.ALTERNATIVE_STATE.has(lower)
                || Lexicon.COMMENT.has(lower)
                || Lexicon.TAIL_COMMENT.has(lower)
                || OPENERS.contains(lower)
                || PreparationWords.oneEnd(line, i) > i
                || PreparationWords.isRegularParticiple(lower);
    }
}
