package dev.makeline.server.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.io.IOException;
import java.util.Optional;

/// The fields of a request's JSON object. What is not asked for is ignored.
public final class JsonFields {

    private final ObjectNode object;

    private JsonFields(ObjectNode object) {
        this.object = object;
    }

    /// @throws ProblemException with 400 when it is no JSON object
    public static JsonFields read(byte[] body) {
        try {
            if (ProtocolJson.mapper().readTree(body) instanceof ObjectNode object) {
                return new JsonFields(object);
            }
        } catch (IOException _) {
            // Told below, like JSON of another kind.
        }
        throw refused("Send a JSON object, { … }, with the fields that /docs names.");
    }

    public Optional<String> optionalText(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw refused("%s is a text.".formatted(name));
        }
        return Optional.of(value.textValue());
    }

    public String text(String name) {
        return optionalText(name)
                .orElseThrow(() -> refused("The field %s is missing.".formatted(name)));
    }

    public long wholeNumber(String name) {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw refused("%s is a whole number.".formatted(name));
        }
        return value.longValue();
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail);
    }
}
