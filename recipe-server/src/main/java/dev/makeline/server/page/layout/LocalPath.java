package dev.makeline.server.page.layout;

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

    private static boolean isLocal(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars()
                        .allMatch(character ->
                                character > ' ' && character < 0x7f && character != '\\');
    }
}
