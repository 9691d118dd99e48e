package dev.makeline.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.document.Reading.Kind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/// Decodes the bytes of a document: UTF-8, with or without a byte order mark, or for a page what it
/// names itself.
final class JsonBytes {

    private static final int BYTE_ORDER_MARK = 0xEFBBBF;
    private static final int BYTE_ORDER_MARK_LENGTH = 3;

    private JsonBytes() {}

    static JsonText decode(byte[] bytes) throws RefusedException {
        if (bytes.length > limit(bytes)) {
            throw tooLarge(bytes.length);
        }
        if (bytes.length == 0) {
            throw RefusedException.whole("The file is empty.");
        }
        refuseOtherFormats(bytes);
        int start = startOf(bytes, 3) == BYTE_ORDER_MARK ? BYTE_ORDER_MARK_LENGTH : 0;
        try {
            return utf8(ByteBuffer.wrap(bytes, start, bytes.length - start));
        } catch (RefusedException refused) {
            return inNamedCharset(bytes).orElseThrow(() -> refused);
        }
    }

    private static Optional<JsonText> inNamedCharset(byte[] bytes) {
        return isPage(bytes)
                ? PageCharset.in(bytes)
                        .filter(charset -> !charset.equals(UTF_8))
                        .map(charset -> new String(bytes, charset).toCharArray())
                        .map(text -> new JsonText(text, text.length))
                : Optional.empty();
    }

    static RefusedException tooLarge(long bytes) {
        return RefusedException.whole(
                Kind.TOO_LARGE,
                "The file has %s bytes, but a recipe may have at most %s (1 MiB), a saved page %s (5 MiB)."
                        .formatted(
                                Wording.count(bytes),
                                Wording.count(DocumentLimits.DOCUMENT_BYTES),
                                Wording.count(DocumentLimits.PAGE_BYTES)));
    }

    private static int limit(byte[] bytes) {
        return isPage(bytes) ? DocumentLimits.PAGE_BYTES : DocumentLimits.DOCUMENT_BYTES;
    }

    /// A page is what begins with a tag.
    private static boolean isPage(byte[] bytes) {
        int start = startOf(bytes, 3) == BYTE_ORDER_MARK ? BYTE_ORDER_MARK_LENGTH : 0;
        while (start < bytes.length && Character.isWhitespace(bytes[start])) {
            start++;
        }
        return start < bytes.length && bytes[start] == '<';
    }

    private static JsonText utf8(ByteBuffer bytes) throws RefusedException {
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        CoderResult result =
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(bytes, text, true);
        JsonText decoded = new JsonText(text.array(), text.position());
        if (result.isError()) {
            throw RefusedException.at(
                    decoded,
                    decoded.length(),
                    "The file is not in UTF-8: the byte %02X does not belong there; save it as UTF-8."
                            .formatted(bytes.get(bytes.position())));
        }
        return decoded;
    }

    private static void refuseOtherFormats(byte[] bytes) throws RefusedException {
        int two = startOf(bytes, 2);
        int four = startOf(bytes, 4);
        if (two == 0x1F8B) {
            throw RefusedException.whole(
                    "The file is compressed (gzip), not JSON; send it uncompressed.");
        }
        if (four == 0x504B0304) {
            throw RefusedException.whole(
                    "The file is an archive (zip), not JSON; send the recipes in it one by one.");
        }
        if (isUtf32(bytes, four)) {
            throw RefusedException.whole("The file is in UTF-32; save it as UTF-8.");
        }
        if (isUtf16(bytes, two)) {
            throw RefusedException.whole("The file is in UTF-16; save it as UTF-8.");
        }
    }

    /// By the byte order mark, else by where the zeros of a first ASCII character stand (RFC 4627).
    private static boolean isUtf32(byte[] bytes, int four) {
        boolean marked = four == 0x0000FEFF || four == 0xFFFE0000;
        boolean bigEndian = four > 0 && four <= 0x7F;
        boolean littleEndian = (four & 0x00FFFFFF) == 0 && four != 0;
        return bytes.length >= 4 && (marked || bigEndian || littleEndian);
    }

    private static boolean isUtf16(byte[] bytes, int two) {
        boolean marked = two == 0xFEFF || two == 0xFFFE;
        boolean oneZero = (two & 0xFF) == 0 ^ (two & 0xFF00) == 0;
        return bytes.length >= 2 && (marked || oneZero);
    }

    /// So many bytes as one number, the first the highest; -1 when there are fewer.
    private static int startOf(byte[] bytes, int count) {
        if (bytes.length < count) {
            return -1;
        }
        int start = 0;
        for (int i = 0; i < count; i++) {
            start = (start << 8) | (bytes[i] & 0xFF);
        }
        return start;
    }
}
