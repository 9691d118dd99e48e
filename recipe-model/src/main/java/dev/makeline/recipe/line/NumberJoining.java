package dev.makeline.recipe.line;

import dev.makeline.recipe.line.Token.Numeral;
import dev.makeline.recipe.line.Token.Separator;
import dev.makeline.recipe.line.Token.Word;
import dev.makeline.recipe.quantity.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Makes one number of what is written as several: `1 1/2`, `2 to 3`, `3 1/2- to 4`.
final class NumberJoining {

    private static final Set<String> AND = Set.of("and", "und", "et", "e", "y", "en", "og", "och");

    private NumberJoining() {}

    static List<Token> join(List<Token> tokens) {
        return ranges(mixed(tokens));
    }

    private static List<Token> mixed(List<Token> tokens) {
        List<Token> joined = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int fraction = fractionAfter(tokens, i);
            if (fraction > 0) {
                Numeral whole = (Numeral) token;
                Numeral part = (Numeral) tokens.get(fraction);
                joined.add(
                        Numeral.of(
                                whole.text() + " " + part.text(),
                                whole.low().plus(part.low()),
                                false));
                i = fraction;
            } else {
                joined.add(token);
            }
        }
        return joined;
    }

    /// The place of the fraction that belongs to the whole number at `i`, or -1. "4 1/8-inch-thick
    /// slices" are four slices: a length after a hyphen keeps its fraction to itself.
    private static int fractionAfter(List<Token> tokens, int i) {
        if (!(tokens.get(i) instanceof Numeral whole)
                || whole.fraction()
                || !whole.low().isWhole()) {
            return -1;
        }
        int next = i + 1;
        if (isSeparator(tokens, next, "-") || isAnd(tokens, next)) {
            next++;
        }
        boolean fits =
                next < tokens.size()
                        && tokens.get(next) instanceof Numeral part
                        && part.fraction()
                        && part.low().compareTo(Rational.ONE) < 0;
        return fits && !startsJoinedLength(tokens, next + 1) ? next : -1;
    }

    private static boolean isAnd(List<Token> tokens, int i) {
        return i < tokens.size()
                && tokens.get(i) instanceof Word word
                && AND.contains(word.lower());
    }

    private static boolean startsJoinedLength(List<Token> tokens, int i) {
        return i < tokens.size()
                && tokens.get(i) instanceof Word word
                && word.isJoined()
                && word.lower().startsWith("inch");
    }

    private static List<Token> ranges(List<Token> tokens) {
        List<Token> joined = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            int end = rangeEnd(tokens, i);
            if (end > 0) {
                joined.add(((Numeral) tokens.get(i)).upTo((Numeral) tokens.get(end)));
                i = end;
            } else {
                joined.add(tokens.get(i));
            }
        }
        return joined;
    }

    private static int rangeEnd(List<Token> tokens, int i) {
        if (!(tokens.get(i) instanceof Numeral)) {
            return -1;
        }
        int next = i + 1;
        boolean dash = isSeparator(tokens, next, "-") || isSeparator(tokens, next, "–");
        if (dash) {
            next++;
        }
        boolean between = isWord(tokens, next, "to") || isWord(tokens, next, "or");
        if (between) {
            next++;
        }
        return (dash || between) && next < tokens.size() && tokens.get(next) instanceof Numeral
                ? next
                : -1;
    }

    private static boolean isSeparator(List<Token> tokens, int i, String text) {
        return i < tokens.size()
                && tokens.get(i) instanceof Separator separator
                && separator.text().equals(text);
    }

    private static boolean isWord(List<Token> tokens, int i, String lower) {
        return i < tokens.size()
                && tokens.get(i) instanceof Word word
                && word.lower().equals(lower);
    }
}
