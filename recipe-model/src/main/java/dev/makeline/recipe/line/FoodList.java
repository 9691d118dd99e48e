package dev.makeline.recipe.line;

/// Tells the commas inside a name, as in "beef, veal or pork" and "boneless, skinless thighs", from
/// the one that ends it.
final class FoodList {

    /// Longer first members are a whole food of their own: what follows is said about it.
    static final int LONGEST_FIRST = 2;

    private static final int LONGEST_MEMBER = 3;

    /// More words or members than any name has; keeps the cost of hostile lines in proportion to
    /// their length.
    private static final int LONGEST = 12;

    private final Reading line;

    FoodList(Reading line) {
        this.line = line;
    }

    /// Whether the name read before `i` has nothing but adjectives so far.
    boolean onlyAdjectivesBefore(int i) {
        if (line.field(i - 1) != Field.NAME) {
            return false;
        }
        for (int word = i - 1; word >= 0 && line.field(word) == Field.NAME; word--) {
            if (i - word > LONGEST) {
                return false;
            }
            boolean adjective =
                    Lexicon.ADJECTIVE.has(line.lower(word)) || Lexicon.ADVERB.has(line.lower(word));
            if (line.isWord(word) && !adjective) {
                return false;
            }
        }
        return true;
    }

    boolean nounFollows(int i) {
        String lower = line.lower(PreparationWords.phraseEnd(line, i));
        String last = line.lower(line.clauseEnd(i) - 1);
        if (Lexicon.PARTICIPLE.has(last) || PreparationWords.isRegularParticiple(last)) {
            return false;
        }
        return !lower.isEmpty() && !NameEnd.isPreposition(lower) && !lower.equals("to");
    }

    /// The place after the "or" or "and" of a list of foods whose first comma is at `comma`;
    /// `comma` where there is no such list.
    int connectiveEnd(int comma) {
        int i = comma;
        int longest = comma + LONGEST * LONGEST_MEMBER;
        while (i < longest && line.isSeparator(i) && !line.token(i).text().equals("-")) {
            int clauseEnd = line.clauseEnd(i + 1);
            int connective = connective(i + 1, clauseEnd);
            boolean oneMember = connective == comma + 1;
            if (connective < clauseEnd) {
                return !oneMember && isFoodUntil(connective + 1, clauseEnd)
                        ? connective + 1
                        : comma;
            }
            if (clauseEnd - i > LONGEST_MEMBER || !isMember(i + 1, clauseEnd)) {
                return comma;
            }
            i = clauseEnd;
        }
        return comma;
    }

    /// The place of the connective in a member that is food until there; `clauseEnd` without one.
    private int connective(int from, int clauseEnd) {
        for (int i = from; i < clauseEnd; i++) {
            if (isConnective(i)) {
                return i;
            }
            if (isNoFood(i)) {
                return clauseEnd;
            }
        }
        return clauseEnd;
    }

    private boolean isMember(int from, int clauseEnd) {
        for (int i = from; i < clauseEnd; i++) {
            if (isNoFood(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isFoodUntil(int from, int clauseEnd) {
        for (int i = from; i < clauseEnd && !Lexicon.OPENER.has(line.lower(i)); i++) {
            if (isNoFood(i) || line.lower(i).equals("only")) {
                return false;
            }
        }
        return !line.lower(clauseEnd - 1).startsWith("part");
    }

    private boolean isConnective(int i) {
        String lower = line.lower(i);
        return (lower.equals("or") || lower.equals("and"))
                && line.isWord(i + 1)
                && !isNoFood(i + 1);
    }

    private boolean isNoFood(int i) {
        String lower = line.lower(i);
        return lower.isEmpty()
                || Lexicon.PARTICIPLE.has(lower)
                || Lexicon.ALTERNATIVE_STATE.has(lower)
                || Lexicon.COMMENT.has(lower)
                || Lexicon.TAIL_COMMENT.has(lower)
                || Lexicon.OPENER.has(lower)
                || PreparationWords.oneEnd(line, i) > i
                || PreparationWords.isRegularParticiple(lower);
    }
}
