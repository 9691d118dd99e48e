package dev.makeline.protocol.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.Scope;
import java.util.List;
import java.util.Optional;

/// What a kind of job does and what it takes.
///
/// @param takesFile whether a job of this kind works on a file, which it needs then
/// @param needs what whoever orders such a job must be allowed to do by themselves, beside running
///   jobs: a job does nothing for them that they may not do
/// @param schema a JSON Schema of the parameters
public record JobKindDescription(
        String name, String summary, boolean takesFile, Optional<Scope> needs, ObjectNode schema) {

    public JobKindDescription {
        schema = schema.deepCopy();
    }

    /// Sentences that say what does not fit; none when all does.
    public List<String> problems(JsonNode parameters) {
        return ParameterCheck.problems(schema, parameters);
    }
}
