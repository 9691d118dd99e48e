package dev.makeline.server.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;

/// A password as somebody typed it, in the one form in which it is hashed and counted: RFC 8265's
/// OpaqueString, so that every keyboard gives the same: composed characters (NFC), every kind of
/// space as the plain one, upper and lower case kept. Nothing is cut off.
///
/// @param text hidden in `toString`
public record Password(String text) {

    public Password {
        text = normalised(text);
    }

    /// In characters as people count them, roughly: code points, not the units of some encoding.
    int length() {
        return text.codePointCount(0, text.length());
    }

    byte[] bytes() {
        return text.getBytes(UTF_8);
    }

    boolean isText() {
        return text.codePoints()
                .noneMatch(character ->
                        Character.isISOControl(character)
                                || Character.getType(character) == Character.SURROGATE);
    }

    private static String normalised(String typed) {
        StringBuilder plain = new StringBuilder(typed.length());
        typed.codePoints()
                .map(character ->
                        Character.getType(character) == Character.SPACE_SEPARATOR ? ' ' : character)
                .forEach(plain::appendCodePoint);
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
