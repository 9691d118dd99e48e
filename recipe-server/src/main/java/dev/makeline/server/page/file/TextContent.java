package dev.makeline.server.page.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/// A content that people can edit: small, and of text.
///
/// @param text with line feeds alone
/// @param withCarriageReturns whether lines end with CR LF in the file; a form always sends them so
public record TextContent(String text, boolean withCarriageReturns) {

    /// Bytes.
    static final int LARGEST = 128 << 10;

    /// Bytes of a form with such a text, of which a browser writes a byte with three.
    static final int LARGEST_FORM = 4 * LARGEST;

    static boolean isOf(String mediaType, long size) {
        return size <= LARGEST
                && (mediaType.startsWith("text/")
                        || mediaType.startsWith("application/json")
                        || mediaType.contains("+json")
                        || mediaType.contains("xml"));
    }

    /// Empty when these bytes are no UTF-8, or hold what no text field keeps.
    static Optional<TextContent> of(byte[] content) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            String lines = text.replace("\r\n", "\n");
            boolean isKept = lines.indexOf('\0') < 0 && lines.indexOf('\r') < 0;
            boolean isOfOneKind = text.equals(lines) || text.equals(lines.replace("\n", "\r\n"));
            return isKept && isOfOneKind
                    ? Optional.of(new TextContent(lines, !text.equals(lines)))
                    : Optional.empty();
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// As the file has it.
    static String fromForm(String sent, boolean withCarriageReturns) {
        String lines = sent.replace("\r\n", "\n");
        return withCarriageReturns ? lines.replace("\n", "\r\n") : lines;
    }
}
