package dev.makeline.document.markdown;

import dev.makeline.document.found.PlainText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of Markdown: what it is, and its text without marks.
sealed interface MarkdownLine {

    /// @param level 1 to 6, or [#BOLD_LEVEL] for a line in bold or in double brackets
    record Heading(int level, String text) implements MarkdownLine {

        boolean isBoldText() {
            return level == BOLD_LEVEL;
        }
    }

    record Item(String text) implements MarkdownLine {}

    record Text(String text) implements MarkdownLine {}

    record Blank() implements MarkdownLine {}

    int BOLD_LEVEL = 7;
    Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})\\s+(\\S.*?)\\s*#*\\s*");
    Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d{1,3}[.)])\\s+(?:\\[[ xX]]\\s+)?(\\S.*)");
    Pattern UNDERLINE = Pattern.compile("(?:={3,}|-{3,})\\s*");
    Pattern RULE = Pattern.compile("\\s*(?:[-*_]\\s*){3,}");
    Pattern BOLD = Pattern.compile("\\s*(?:\\*\\*|__)([^*_]+?):?(?:\\*\\*|__):?\\s*");
    Pattern BRACKETED = Pattern.compile("\\s*\\[\\[([^\\[\\]]+?):?]]:?\\s*");

    /// @param below the next line, which may underline a heading
    static MarkdownLine of(String line, String below) {
        if (UNDERLINE.matcher(line).matches()) {
            return new Blank();
        }
        MarkdownLine plain = of(line);
        return plain instanceof Text(String text) && UNDERLINE.matcher(below).matches()
                ? new Heading(below.startsWith("=") ? 1 : 2, text)
                : plain;
    }

    private static MarkdownLine of(String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            return new Heading(heading.group(1).length(), plain(heading.group(2)));
        }
        if (line.isBlank() || RULE.matcher(line).matches()) {
            return new Blank();
        }
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            return textOr(plain(item.group(1)), true);
        }
        Matcher bracketed = BRACKETED.matcher(line);
        if (bracketed.matches()) {
            return new Heading(BOLD_LEVEL, plain(bracketed.group(1)));
        }
        Matcher bold = BOLD.matcher(line);
        return bold.matches()
                ? new Heading(BOLD_LEVEL, plain(bold.group(1)))
                : textOr(plain(line.replaceFirst("^\\s*>\\s?", "")), false);
    }

    private static MarkdownLine textOr(String text, boolean item) {
        if (text.isEmpty()) {
            return new Blank();
        }
        return item ? new Item(text) : new Text(text);
    }

    /// Without images, the addresses of links, emphasis, code marks, tags and entities.
    static String plain(String markdown) {
        String text = markdown.replaceAll("!\\[[^\\[\\]]*]\\([^()]*\\)", "");
        text = text.replaceAll("\\[([^\\[\\]]*)]\\([^()]*\\)", "$1");
        text = text.replaceAll("(\\*\\*|__)(?=\\S)([^*_]*[^*_\\s])\\1", "$2");
        text = text.replaceAll("(?<![\\w*])([*_])(?=\\S)([^*_]*[^*_\\s])\\1(?![\\w*])", "$2");
        text = text.replaceAll("`([^`]*)`", "$1");
        return PlainText.line(text.replaceAll("\\\\([\\\\*_#\\[\\]()`.!+-])", "$1"));
    }
}
