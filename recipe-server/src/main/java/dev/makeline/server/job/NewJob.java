package dev.makeline.server.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.job.JobKindDescription;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobOrder;
import dev.makeline.protocol.job.JobPriority;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.ResourceClass;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An order as it is sent; everything is checked but the file.
///
/// @param fileId there for kinds that take a file
/// @param parameters that fit the kind's schema
record NewJob(
        JobKindDescription kind,
        Optional<String> fileId,
        JsonNode parameters,
        ResourceClass resources,
        Duration timeout,
        int mostAttempts,
        JobPriority priority,
        Optional<String> exclusiveKey) {

    private static final int USUAL_TIMEOUT_SECONDS = 600;
    private static final int USUAL_ATTEMPTS = 3;

    /// @throws ProblemException with 400 and what would be right
    static NewJob read(byte[] body) {
        ObjectNode fields = object(body);
        JobKindDescription kind = kind(text(fields, "kind"));
        Optional<String> fileId = fileId(kind, fields);
        JsonNode parameters = fields.path("parameters");
        List<String> problems = kind.problems(parameters);
        if (!problems.isEmpty()) {
            throw refused(String.join(" ", problems));
        }
        return new NewJob(
                kind,
                fileId,
                parameters,
                resources(fields),
                Duration.ofSeconds(
                        number(
                                fields,
                                "timeoutSeconds",
                                USUAL_TIMEOUT_SECONDS,
                                (int) JobOrder.LONGEST_TIMEOUT.toSeconds())),
                number(fields, "mostAttempts", USUAL_ATTEMPTS, JobState.MOST_ATTEMPTS),
                priority(fields),
                exclusiveKey(fields));
    }

    private static Optional<String> fileId(JobKindDescription kind, ObjectNode fields) {
        if (kind.takesFile()) {
            return Optional.of(text(fields, "fileId"));
        }
        if (fields.hasNonNull("fileId")) {
            throw refused("A job of the kind %s takes no fileId.".formatted(kind.name()));
        }
        return Optional.empty();
    }

    private static ObjectNode object(byte[] body) {
        try {
            if (ProtocolJson.mapper().readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException _) {
            // Told below, like JSON of another kind.
        }
        throw refused(
                "Send a JSON object, { … }, with kind, parameters and, for kinds that take one, fileId.");
    }

    private static String text(ObjectNode fields, String name) {
        JsonNode value = fields.path(name);
        if (!value.isTextual()) {
            throw refused("The field %s is missing, or no text.".formatted(name));
        }
        return value.textValue();
    }

    private static JobKindDescription kind(String name) {
        return JobKinds.of(name)
                .orElseThrow(() ->
                        refused(
                                "There is no such kind of job; the kinds are: %s."
                                        .formatted(
                                                JobKinds.all().stream()
                                                        .map(JobKindDescription::name)
                                                        .collect(Collectors.joining(", ")))));
    }

    private static ResourceClass resources(ObjectNode fields) {
        return fields.has("resourceClass")
                ? ResourceClass.of(text(fields, "resourceClass"))
                        .orElseThrow(() -> refused("resourceClass is small, medium or large."))
                : ResourceClass.SMALL;
    }

    private static JobPriority priority(ObjectNode fields) {
        return fields.has("priority")
                ? JobPriority.of(text(fields, "priority"))
                        .orElseThrow(() -> refused("priority is high, normal or low."))
                : JobPriority.NORMAL;
    }

    private static Optional<String> exclusiveKey(ObjectNode fields) {
        if (!fields.has("exclusiveKey")) {
            return Optional.empty();
        }
        String key = text(fields, "exclusiveKey");
        if (key.isEmpty() || key.length() > JobOrder.LONGEST_KEY) {
            throw refused(
                    "exclusiveKey has from 1 to %d characters.".formatted(JobOrder.LONGEST_KEY));
        }
        return Optional.of(key);
    }

    /// The name of the registered image that it is to run, for the kind that runs one.
    Optional<String> container() {
        return kind.name().equals(JobKinds.CONTAINER)
                ? Optional.of(parameters.path(JobKinds.CONTAINER_NAME).asText())
                : Optional.empty();
    }

    JobOrder order(Optional<FileId> file) {
        return new JobOrder(
                kind.name(),
                file,
                resources,
                timeout,
                mostAttempts,
                priority,
                exclusiveKey,
                Optional.empty());
    }

    private static int number(ObjectNode fields, String name, int usual, int most) {
        JsonNode value = fields.path(name);
        if (value.isMissingNode()) {
            return usual;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < 1
                || value.intValue() > most) {
            throw refused("%s is a whole number from 1 to %d.".formatted(name, most));
        }
        return value.intValue();
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail);
    }
}
