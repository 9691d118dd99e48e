package dev.makeline.server.file.download;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;

/// How a content is handed out so that no browser runs it: always to be saved, under the file's own
/// name, as a type that means nothing to the page's origin.
final class Attachment {

    /// Types that browsers show as pages or run; handed out without a type.
    private static final Set<String> ACTIVE =
            Set.of(
                    "text/html",
                    "text/xml",
                    "application/xml",
                    "application/xhtml+xml",
                    "image/svg+xml",
                    "text/xsl",
                    "application/javascript",
                    "text/javascript",
                    "application/ecmascript",
                    "application/x-shockwave-flash",
                    "application/pdf+xml",
                    "multipart/x-mixed-replace",
                    "message/rfc822",
                    "application/mathml+xml");

    private static final String UNKNOWN = "application/octet-stream";

    /// What RFC 8187 allows to stand for itself.
    private static final String PLAIN_MARKS = "!#$&+-.^_`|~";

    private Attachment() {}

    /// The value of Content-Disposition (RFC 6266): a name in ASCII for old readers, and the whole
    /// name encoded.
    static String disposition(String name) {
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(fallback(name), encoded(name));
    }

    static String mediaType(String mediaType) {
        String base = mediaType.split(";", 2)[0].strip();
        return ACTIVE.contains(base) || base.endsWith("+xml") ? UNKNOWN : mediaType;
    }

    /// Quotation marks, backslashes and per cents are read differently by different readers.
    private static String fallback(String name) {
        StringBuilder ascii = new StringBuilder();
        name.codePoints()
                .map(codePoint -> isSafe(codePoint) ? codePoint : '_')
                .forEach(ascii::appendCodePoint);
        return ascii.toString();
    }

    private static boolean isSafe(int codePoint) {
        return codePoint >= ' '
                && codePoint <= '~'
                && codePoint != '"'
                && codePoint != '\\'
                && codePoint != '%';
    }

    private static String encoded(String name) {
        StringBuilder text = new StringBuilder();
        for (byte octet : name.getBytes(UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (isPlain(character)) {
                text.append(character);
            } else {
                text.append("%%%02X".formatted((int) character));
            }
        }
        return text.toString();
    }

    private static boolean isPlain(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || PLAIN_MARKS.indexOf(character) >= 0;
    }
}
