package dev.makeline.protocol.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// Every kind of job that there is.
public final class JobKinds {

    public static final String APPEND_TEXT = "append-text";

    /// The parameter of [#APPEND_TEXT].
    public static final String TEXT = "text";

    /// Characters. Four bytes each at most, so that the row of the parameters stays below
    /// DynamoDB's 400 KB.
    public static final int LONGEST_TEXT = 64 * 1024;

    private static final List<JobKindDescription> ALL =
            List.of(
                    new JobKindDescription(
                            APPEND_TEXT,
                            "Makes a copy of a text file with a text at its end.",
                            appendText()));

    private JobKinds() {}

    public static List<JobKindDescription> all() {
        return ALL;
    }

    public static Optional<JobKindDescription> of(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    private static ObjectNode appendText() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("type", "object");
        schema.putArray("required").add(TEXT);
        schema.put("additionalProperties", false);
        schema.putObject("properties")
                .putObject(TEXT)
                .put("type", "string")
                .put("minLength", 1)
                .put("maxLength", LONGEST_TEXT)
                .put("description", "Comes right after the last character of the file");
        return schema;
    }
}
