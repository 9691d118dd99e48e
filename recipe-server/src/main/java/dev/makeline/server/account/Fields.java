package dev.makeline.server.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.util.Optional;

/// The fields of a request's JSON object, taken by name: what is not asked for (a role, an id) goes
/// nowhere.
final class Fields {

    /// Bytes; several times the longest fields together.
    private static final int LONGEST = 16_384;

    private final ObjectNode object;

    private Fields(ObjectNode object) {
        this.object = object;
    }

    /// @throws ProblemException with 400 when it is no JSON object
    static Fields of(byte[] body) {
        if (body.length > LONGEST) {
            throw new ProblemException(
                    ProblemType.DOCUMENT_TOO_LARGE,
                    "This takes at most %d bytes, not %d.".formatted(LONGEST, body.length));
        }
        try {
            return new Fields(ProtocolJson.read(new String(body, UTF_8), ObjectNode.class));
        } catch (MalformedMessageException _) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "The body is a JSON object; /docs says which fields it has.");
        }
    }

    /// @throws ProblemException with 400 when there is no such text
    String text(String name) {
        return optionalText(name)
                .orElseThrow(() -> refused(name, "The field %s is missing.".formatted(name)));
    }

    /// @throws ProblemException with 400 when it is there and no text
    Optional<String> optionalText(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw refused(name, "The field %s is a text.".formatted(name));
        }
        return Optional.of(value.textValue());
    }

    static ProblemException refused(String name, String sentence) {
        return new ProblemException(
                Problem.at(ProblemType.INVALID_REQUEST, sentence, Optional.of("/" + name)));
    }
}
