package dev.makeline.document.found;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// Texts of the web as plain text: without tags and entities, on one line, with single blanks.
public final class PlainText {

    /// `&amp;amp;lt;` takes three; nobody encodes more often than five times.
    private static final int ENCODINGS = 5;

    /// An ampersand as JSON escapes it, whose backslash was lost on the way.
    private static final Pattern BROKEN_AMPERSAND = Pattern.compile("u0026(?=#?\\w{1,8};)");

    private static final Pattern COMMENT = Pattern.compile("<!--[^>]*>");
    private static final Pattern BREAKING_TAG =
            Pattern.compile(
                    "</?(?:p|br|li|ul|ol|div|h[1-6]|tr|td|table|section|article)\\b[^<>]*>",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAGRAPH_TAG =
            Pattern.compile("</?(?:p|li)\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern SAME_PARAGRAPH = Pattern.compile("\\R(?=\\s{0,20}\\p{Ll})");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /// A no-break space in UTF-8 that was once read as Latin-1.
    private static final String BROKEN_BLANK = "\u00C2\u00A0";

    private PlainText() {}

    /// All of it on one line.
    public static String line(String text) {
        return tidy(withoutTags(BREAKING_TAG.matcher(decoded(text)).replaceAll(" ")));
    }

    /// Its lines and paragraphs, whether the text breaks them or its tags do; none is blank. Where
    /// there are paragraphs or list items, a line that goes on in lower case is the same one.
    public static List<String> lines(String text) {
        String decoded = decoded(text);
        if (PARAGRAPH_TAG.matcher(decoded).find()) {
            decoded = SAME_PARAGRAPH.matcher(decoded).replaceAll(" ");
        }
        String broken = withoutTags(BREAKING_TAG.matcher(decoded).replaceAll("\n"));
        return LINE_BREAK
                .splitAsStream(broken)
                .map(PlainText::tidy)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String decoded(String text) {
        String decoded = BROKEN_AMPERSAND.matcher(text).replaceAll("&");
        for (int i = 0; i < ENCODINGS && decoded.indexOf('&') >= 0; i++) {
            decoded = Parser.unescapeEntities(decoded, false);
        }
        return decoded;
    }

    private static String withoutTags(String text) {
        return text.indexOf('<') < 0
                ? text
                : TAG.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("");
    }

    private static String tidy(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.replace(BROKEN_BLANK, " ")
                .codePoints()
                .filter(PlainText::isText)
                .forEach(kept::appendCodePoint);
        return singleBrackets(BLANKS.matcher(kept).replaceAll(" ").strip());
    }

    /// Programs that put brackets around a remark that has some already write `((softened))`.
    private static String singleBrackets(String line) {
        return line.contains("((") && line.contains("))")
                ? line.replace("((", "(").replace("))", ")")
                : line;
    }

    /// Neither a control character, nor half of a pair, nor a blank without width.
    private static boolean isText(int character) {
        boolean blank = Character.isWhitespace(character);
        boolean control = Character.getType(character) == Character.CONTROL && !blank;
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !control && !half && character != '\u200B' && character != '\uFEFF';
    }
}
