package dev.makeline.server.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.server.access.SharedSecret;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Where a list goes on, as a text that clients hand back unread. Signed, together with the list
/// that it belongs to: a position that this installation did not give out is refused.
@Singleton
public final class Cursors {

    private static final String PURPOSE = "cursor";
    private static final int SIGNATURE_BYTES = 12;

    /// Longer than any cursor given out: the longest position is a time and an object id.
    private static final int LONGEST = 400;

    private final SharedSecret secret;

    Cursors(SharedSecret secret) {
        this.secret = secret;
    }

    /// @param list names the list and its filters
    public String write(String list, String position) {
        byte[] text = position.getBytes(UTF_8);
        byte[] signature = signature(list, text);
        byte[] cursor = Arrays.copyOf(signature, SIGNATURE_BYTES + text.length);
        System.arraycopy(text, 0, cursor, SIGNATURE_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /// @throws ProblemException with 400 when [#write] did not give this cursor for this list
    public Optional<String> read(String list, Optional<String> cursor) {
        return cursor.map(text -> position(list, text));
    }

    private String position(String list, String cursor) {
        byte[] bytes = decode(cursor);
        if (bytes.length <= SIGNATURE_BYTES) {
            throw refused();
        }
        byte[] text = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
        byte[] signature = Arrays.copyOf(bytes, SIGNATURE_BYTES);
        if (!secret.isSignature(signature, PURPOSE, list.getBytes(UTF_8), text)) {
            throw refused();
        }
        return new String(text, UTF_8);
    }

    private static byte[] decode(String cursor) {
        if (cursor.length() > LONGEST) {
            throw refused();
        }
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private byte[] signature(String list, byte[] position) {
        return Arrays.copyOf(secret.sign(PURPOSE, list.getBytes(UTF_8), position), SIGNATURE_BYTES);
    }

    private static ProblemException refused() {
        return new ProblemException(
                ProblemType.INVALID_CURSOR,
                "Take the cursor from nextCursor of the page before, unchanged and with the same filters, or leave it out to start again.");
    }
}
