package dev.makeline.server.page.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;

/// A path of this very server, to lead somebody back to.
///
/// @param value path and query, beginning with one slash
public record LocalPath(String value) {

    public static final LocalPath HOME = new LocalPath("/");

    /// Characters; the longest of ours have some hundred.
    private static final int LONGEST = 1_000;

    /// Home for whatever could lead a browser elsewhere: another scheme or host, also as browsers
    /// read `//` and `/\`, and what is not of printable ASCII.
    public static LocalPath of(Optional<String> given) {
        return given.filter(LocalPath::isLocal).map(LocalPath::new).orElse(HOME);
    }

    /// Path and query of a whole address.
    static LocalPath ofUrl(String url) {
        return of(pathAndQuery(url));
    }

    private static Optional<String> pathAndQuery(String url) {
        try {
            URI uri = URI.create(url);
            return Optional.ofNullable(uri.getRawPath())
                    .map(path -> uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Without the query.
    String path() {
        int query = value.indexOf('?');
        return query < 0 ? value : value.substring(0, query);
    }

    /// The door, which leads here once somebody has signed in.
    String behindTheDoor() {
        return equals(HOME) ? "/sign-in" : "/sign-in?next=" + URLEncoder.encode(value, UTF_8);
    }

    private static boolean isLocal(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars()
                        .allMatch(character ->
                                character > ' ' && character < 0x7f && character != '\\');
    }
}
