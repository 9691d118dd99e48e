package dev.makeline.recipe.line;

import dev.makeline.recipe.line.Token.Close;
import dev.makeline.recipe.line.Token.Open;
import dev.makeline.recipe.line.Token.Separator;
import dev.makeline.recipe.line.Token.Word;
import dev.makeline.recipe.quantity.Amount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A line while it is read: its tokens, what each says so far, and the place reached. Confined to
/// one call of [IngredientLine#read].
final class Reading {

    private final List<Token> tokens;
    private final Field[] fields;
    private final int[] bracketEnds;
    private final List<Found> found = new ArrayList<>();
    private final List<LineAmount> corrections = new ArrayList<>();
    private int at;

    Reading(List<Token> tokens) {
        this.tokens = tokens;
        fields = new Field[tokens.size()];
        Arrays.fill(fields, Field.NONE);
        bracketEnds = bracketEnds(tokens);
    }

    /// A number or a unit that counts as an amount of the line, in order of appearance.
    sealed interface Found {
        record FoundNumber(Token.Numeral number, String text, boolean dozens, int place)
                implements Found {}

        record FoundUnit(UnitMatch match, int place) implements Found {}
    }

    int size() {
        return tokens.size();
    }

    int at() {
        return at;
    }

    boolean ended() {
        return at >= tokens.size();
    }

    Token token(int i) {
        return tokens.get(i);
    }

    Field field(int i) {
        return fields[i];
    }

    List<Found> found() {
        return found;
    }

    /// The word at `i` in lower case; empty where no word stands.
    String lower(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i) instanceof Word word
                ? word.lower()
                : "";
    }

    boolean isWord(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i) instanceof Word;
    }

    boolean isNumber(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i) instanceof Token.Numeral;
    }

    boolean isSeparator(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i) instanceof Separator;
    }

    boolean isOpen(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i) instanceof Open;
    }

    /// Where a clause that starts at `i` ends: before the next comma or bracket.
    int clauseEnd(int i) {
        int end = i;
        while (end < tokens.size() && (isWord(end) || isNumber(end))) {
            end++;
        }
        return end;
    }

    /// The place after the bracket that opens at `i`.
    int afterBracket(int i) {
        return bracketEnds[i];
    }

    void mark(Field field, int end) {
        while (at < end) {
            fields[at++] = field;
        }
    }

    void mark(Field field) {
        mark(field, at + 1);
    }

    boolean isBracket(int i) {
        return tokens.get(i) instanceof Open || tokens.get(i) instanceof Close;
    }

    /// What is added to the total or taken off it.
    List<LineAmount> corrections() {
        return corrections;
    }

    void correctMain(Token.Numeral number, UnitMatch unit, boolean less) {
        corrections.add(
                new LineAmount(
                        new Amount(number.low(), number.high(), unit.unit()),
                        less ? LineAmount.Role.TAKEN_OFF : LineAmount.Role.ADDED,
                        false));
    }

    /// Changes what an earlier token says.
    void correct(int i, Field field) {
        fields[i] = field;
    }

    void skip() {
        at++;
    }

    private static int[] bracketEnds(List<Token> tokens) {
        int[] ends = new int[tokens.size()];
        int[] open = new int[tokens.size()];
        int depth = 0;
        for (int i = 0; i < ends.length; i++) {
            ends[i] = ends.length;
            if (tokens.get(i) instanceof Open) {
                open[depth++] = i;
            } else if (tokens.get(i) instanceof Close && depth > 0) {
                ends[open[--depth]] = i + 1;
            }
        }
        return ends;
    }
}
