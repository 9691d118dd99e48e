package dev.makeline.recipe.line;

/// Reads the name of the food, with what is said about it in between.
final class NameReader {

    /// More than any food has; keeps the cost of hostile lines in proportion to their length.
    private static final int MOST_STATES = 6;

    private final Reading line;
    private final AmountPhrases amounts;
    private final NameEnd end;
    private final FoodList list;
    private final CountedFood counted;
    private int words;

    NameReader(Reading line, AmountPhrases amounts) {
        this.line = line;
        this.amounts = amounts;
        list = new FoodList(line);
        end = new NameEnd(line, list);
        counted = new CountedFood(line);
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
        if (line.isWord(i)) {
            return word(i);
        }
        line.skip();
        return true;
    }

    private boolean number(int i) {
        if (words > 0 && amounts.starts(i) && !amounts.isLength(i)) {
            return amounts.read(line.size());
        }
        if (words > 0 && amounts.readCount()) {
            return true;
        }
        if (words > 0 && amounts.isLength(i) && isAfterLength(i + 2)) {
            return false;
        }
        if (amounts.isLength(i) && line.isWord(i + 2)) {
            line.mark(Field.COMMENT, i + 2);
            return true;
        }
        if (line.lower(i + 1).equals("percent")) {
            line.mark(Field.COMMENT, i + 2);
            return true;
        }
        return name();
    }

    private boolean word(int i) {
        if (words > 0 && end.isAt(i)) {
            return false;
        }
        int state = alternativeStates(i);
        if (state > i) {
            line.mark(Field.COMMENT, state);
            return true;
        }
        if (isAfterConnective(i)) {
            return secondFood(i);
        }
        int prepared = PreparationWords.phraseEnd(line, i);
        if (prepared > i) {
            return preparation(i, prepared);
        }
        if (words == 0 && isComment(i)) {
            line.mark(Field.COMMENT);
            return true;
        }
        return food(i);
    }

    private boolean food(int i) {
        if (words > 0 ? counted.isCount(i) : counted.isPreparedCount(i)) {
            amounts.takeUnit(UnitMatch.at(line, i).orElseThrow());
            return true;
        }
        return name();
    }

    private boolean name() {
        line.mark(Field.NAME);
        words++;
        return true;
    }

    /// "salt and freshly ground pepper": what was done to the second food alone stays with it.
    private boolean secondFood(int i) {
        int prepared = PreparationWords.oneEnd(line, i);
        if (prepared == i) {
            return food(i);
        }
        words += prepared - i;
        line.mark(Field.NAME, prepared);
        return true;
    }

    private boolean preparation(int i, int prepared) {
        if (line.isWord(prepared) && !isTailOf(prepared)) {
            line.mark(Field.PREPARATION, prepared);
            return true;
        }
        boolean foodFollows = line.isSeparator(prepared) && list.nounFollows(prepared + 1);
        if (foodFollows && (words == 0 || list.onlyAdjectivesBefore(i))) {
            line.mark(Field.PREPARATION, prepared);
            line.skip();
            return true;
        }
        return words == 0 && food(i);
    }

    /// "chops 1 inch thick", unlike "baked 9-inch shell".
    private boolean isAfterLength(int i) {
        return Lexicon.LENGTHWISE.has(line.lower(i)) || NameEnd.isPreposition(line.lower(i));
    }

    private boolean isTailOf(int i) {
        return NameEnd.isPreposition(line.lower(i))
                || line.lower(i).equals("to")
                || line.lower(i).equals("al")
                || (words > 0 && Lexicon.ADVERB.has(line.lower(i)));
    }

    private boolean isComment(int i) {
        String lower = line.lower(i);
        if (Lexicon.COMMENT.has(lower) && line.isWord(i + 1)) {
            return true;
        }
        return lower.equals("packed")
                || (lower.equals("fine") && Lexicon.ALTERNATIVE_STATE.has(line.lower(i + 1)))
                || (lower.equals("of") && i > 0)
                || Lexicon.ABOUT.has(lower)
                || (Lexicon.ADVERB.has(lower) && line.lower(i + 1).equals("packed"));
    }

    private boolean isAfterConnective(int i) {
        String before = line.lower(i - 1);
        return words > 0 && (before.equals("and") || before.equals("or"));
    }

    /// "fresh or canned", "homemade or low-sodium canned" leave the food the same.
    private int alternativeStates(int i) {
        int or = statesEnd(i);
        if (or == i || !line.lower(or).equals("or")) {
            return i;
        }
        int after = statesEnd(or + 1);
        return after > or + 1 && line.isWord(after) ? after : i;
    }

    /// The place after "homemade low-sodium", and after "fresh, frozen".
    private int statesEnd(int i) {
        int after = i;
        while (after < i + MOST_STATES && isState(after, i)) {
            after++;
        }
        return after;
    }

    private boolean isState(int i, int first) {
        boolean comma = i > first && line.isSeparator(i) && isState(i + 1, i + 1);
        return comma || Lexicon.ALTERNATIVE_STATE.has(line.lower(i));
    }

    private boolean comma(int i) {
        if (words == 0) {
            line.skip();
            return true;
        }
        int listed = words <= FoodList.LONGEST_FIRST ? list.connectiveEnd(i) : i;
        if (listed > i) {
            line.mark(Field.NAME, listed);
            return true;
        }
        boolean adjectives = list.onlyAdjectivesBefore(i) && list.nounFollows(i + 1);
        if (adjectives) {
            line.mark(Field.NAME);
        }
        return adjectives;
    }
}
