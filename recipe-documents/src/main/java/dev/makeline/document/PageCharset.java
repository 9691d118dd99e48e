package dev.makeline.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The encoding that a web page names in its head.
final class PageCharset {

    /// Bytes in which HTML wants the name to stand are 1,024; pages are not that exact.
    private static final int HEAD = 4096;

    private static final Pattern NAMED =
            Pattern.compile("(?i)charset\\s{0,3}=\\s{0,3}[\"']?([a-z0-9][a-z0-9_.:-]{1,39})");

    private PageCharset() {}

    static Optional<Charset> in(byte[] page) {
        String head = new String(page, 0, Math.min(page.length, HEAD), ISO_8859_1);
        Matcher named = NAMED.matcher(head);
        return named.find() && Charset.isSupported(named.group(1))
                ? Optional.of(Charset.forName(named.group(1)))
                : Optional.empty();
    }
}
