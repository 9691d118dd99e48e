package dev.makeline.processor.kind.report;

/// Texts as HTML and SVG take them, inside elements and inside attributes with double quotes.
final class Html {

    private Html() {}

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(point -> {
                    switch (point) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        case '\'' -> escaped.append("&#39;");
                        default -> escaped.appendCodePoint(isText(point) ? point : '\uFFFD');
                    }
                });
        return escaped.toString();
    }

    private static boolean isText(int point) {
        return (!Character.isISOControl(point) || Character.isWhitespace(point))
                && Character.getType(point) != Character.SURROGATE;
    }
}
