package dev.makeline.recipe.line;

import dev.makeline.recipe.line.Token.Close;
import dev.makeline.recipe.line.Token.Joint;
import dev.makeline.recipe.line.Token.Numeral;
import dev.makeline.recipe.line.Token.Open;
import dev.makeline.recipe.line.Token.Separator;
import dev.makeline.recipe.line.Token.Word;
import dev.makeline.recipe.quantity.NumberWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Cuts a line into words, numbers and brackets in one pass.
final class Tokenizer {

    private static final List<String> PLURAL_CHOICES = List.of("(s)", "(es)");
    private static final List<String> ELISIONS = List.of("d'", "d’", "dell'", "dell’");
    private static final String TIMES = "xX×";

    private final String line;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean joined;

    private Tokenizer(String line) {
        this.line = line;
    }

    static List<Token> tokens(String line) {
        Tokenizer tokenizer = new Tokenizer(line);
        tokenizer.run();
        return NumberJoining.join(tokenizer.tokens);
    }

    private void run() {
        while (at < line.length()) {
            char next = line.charAt(at);
            if (Character.isWhitespace(next) || next == '\u00a0' || Character.isISOControl(next)) {
                at++;
                joined = false;
            } else if (Character.getType(next) == Character.FORMAT) {
                at++;
            } else if (NumberScan.startsAt(line, at)) {
                number();
            } else {
                mark(next);
            }
        }
    }

    private void mark(char next) {
        switch (next) {
            case '(', '[', '{' -> add(new Open(String.valueOf(next)));
            case ')', ']', '}' -> add(new Close(String.valueOf(next)));
            case ',', ';', ':', '–', '—', '•', '·' -> add(new Separator(String.valueOf(next)));
            case '-', '*' -> hyphen();
            case '/', '+', '~', '≈' -> add(Word.of(String.valueOf(next), Joint.APART));
            default -> word(joined ? Joint.TOUCHING : Joint.APART);
        }
    }

    private void add(Token token) {
        tokens.add(token);
        at++;
        joined = false;
    }

    /// A hyphen after a number joins the word that follows; two in a row are a dash.
    private void hyphen() {
        boolean afterNumber =
                at > 0 && !tokens.isEmpty() && tokens.getLast() instanceof Numeral && joined;
        if (afterNumber && at + 1 < line.length() && Character.isLetter(line.charAt(at + 1))) {
            at++;
            hyphenatedWord();
        } else {
            add(new Separator("-"));
        }
    }

    private void hyphenatedWord() {
        for (String between : List.of("to-", "or-")) {
            if (line.regionMatches(true, at, between, 0, between.length())) {
                tokens.add(Word.of(line.substring(at, at + 2), Joint.APART));
                at += between.length();
                joined = false;
                return;
            }
        }
        word(Joint.HYPHEN);
    }

    private void number() {
        NumberScan scan = NumberScan.at(line, at);
        at = scan.end();
        if (scan.number().isPresent()) {
            tokens.add(scan.number().get());
            joined = true;
        } else {
            tokens.add(Word.of(scan.text(), Joint.APART));
            joined = false;
        }
    }

    private void word(Joint joint) {
        int start = at;
        int prefix = prefixEnd();
        if (prefix > start) {
            tokens.add(Word.of(line.substring(start, prefix), joint));
            at = prefix;
            joined = true;
            return;
        }
        while (at < line.length() && isInWord(start)) {
            at++;
        }
        at = Math.max(at, start + 1);
        at = pluralChoiceEnd();
        String text = line.substring(start, at);
        joined = false;
        splitNumberWord(text)
                .ifPresentOrElse(
                        number -> {
                            tokens.add(number);
                            int rest = number.text().length() + 1;
                            if (rest < text.length()) {
                                tokens.add(Word.of(text.substring(rest), Joint.HYPHEN));
                            }
                        },
                        () -> tokens.add(Word.of(text, joint)));
    }

    /// The place after the "d'" of "d'ail", which says no more than "of", and after the "x" of
    /// "2x400g"; the place reached where none stands.
    private int prefixEnd() {
        char first = line.charAt(at);
        if (first == 'd' || first == 'D') {
            return elisionEnd();
        }
        boolean times =
                joined
                        && TIMES.indexOf(first) >= 0
                        && at + 1 < line.length()
                        && Character.isDigit(line.charAt(at + 1));
        return times ? at + 1 : at;
    }

    private int elisionEnd() {
        for (String elision : ELISIONS) {
            int end = at + elision.length();
            if (line.regionMatches(true, at, elision, 0, elision.length())
                    && end < line.length()
                    && Character.isLetterOrDigit(line.charAt(end))) {
                return end;
            }
        }
        return at;
    }

    /// The place after the "(s)" of "clove(s)", where one follows.
    private int pluralChoiceEnd() {
        for (String choice : PLURAL_CHOICES) {
            if (line.startsWith(choice, at)) {
                return at + choice.length();
            }
        }
        return at;
    }

    private boolean isInWord(int start) {
        char next = line.charAt(at);
        if (next == '-') {
            return at > start && at + 1 < line.length() && isWordStart(line.charAt(at + 1));
        }
        return isWordStart(next)
                || (next == '.' && at > start)
                || Character.isDigit(next)
                || (next == '/'
                        && at > start
                        && at + 1 < line.length()
                        && Character.isLetter(line.charAt(at + 1)));
    }

    private static boolean isWordStart(char next) {
        return !Character.isWhitespace(next)
                && next != '\u00a0'
                && "()[]{},;:–—•·-*/+~≈.".indexOf(next) < 0;
    }

    /// `two`, and the `one` of `one-pound`.
    private static Optional<Numeral> splitNumberWord(String text) {
        int hyphen = text.indexOf('-');
        String first = hyphen < 0 ? text : text.substring(0, hyphen);
        return NumberWord.valueOf(first.toLowerCase(Locale.ROOT))
                .filter(_ -> hyphen < 0 || Lexicon.isMeasure(text.substring(hyphen + 1)))
                .map(value -> Numeral.of(first, value, false));
    }
}
