package dev.makeline.server.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields of a small JSON object in a request, taken by name: what is not asked for goes
/// nowhere. What a field holds is never repeated in a refusal, since it may be a secret.
public final class JsonFields {

    /// Bytes; several times the longest fields together.
    private static final int LONGEST = 16_384;

    private final ObjectNode object;

    private JsonFields(ObjectNode object) {
        this.object = object;
    }

    /// @throws ProblemException with 400 or 413 when it is no small JSON object
    public static JsonFields of(byte[] body) {
        if (body.length > LONGEST) {
            throw new ProblemException(
                    ProblemType.DOCUMENT_TOO_LARGE,
                    "This takes at most %d bytes, not %d.".formatted(LONGEST, body.length));
        }
        try {
            return new JsonFields(ProtocolJson.read(new String(body, UTF_8), ObjectNode.class));
        } catch (MalformedMessageException _) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "The body is a JSON object; /docs says which fields it has.");
        }
    }

    /// Of what a form sent.
    public static JsonFields of(Map<String, String> fields) {
        ObjectNode object = ProtocolJson.mapper().createObjectNode();
        fields.forEach(object::put);
        return new JsonFields(object);
    }

    /// @throws ProblemException with 400 when there is no such text
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name, "a text"));
    }

    /// Empty for null too.
    ///
    /// @throws ProblemException with 400 when it is there and no text
    public Optional<String> optionalText(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw missing(name, "a text");
        }
        return Optional.of(value.textValue());
    }

    /// Empty for null too.
    ///
    /// @throws ProblemException with 400 when it is there and neither true nor false
    public Optional<Boolean> optionalTruth(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw missing(name, "true or false");
        }
        return Optional.of(value.booleanValue());
    }

    /// @throws ProblemException with 400 when there is no such list of texts
    public List<String> texts(String name) {
        JsonNode value = object.path(name);
        List<String> texts = new ArrayList<>();
        value.forEach(element -> {
            if (element.isTextual()) {
                texts.add(element.textValue());
            }
        });
        if (!value.isArray() || texts.size() != value.size()) {
            throw missing(name, "a list of texts");
        }
        return List.copyOf(texts);
    }

    /// @throws ProblemException with 400 when there is no such whole number
    public long integer(String name) {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw missing(name, "a whole number");
        }
        return value.longValue();
    }

    private static ProblemException missing(String name, String kind) {
        return refused(name, "The field %s is missing, or not %s.".formatted(name, kind));
    }

    /// @param sentence what is wrong with the field
    public static ProblemException refused(String name, String sentence) {
        return new ProblemException(
                Problem.at(ProblemType.INVALID_REQUEST, sentence, Optional.of('/' + name)));
    }
}
