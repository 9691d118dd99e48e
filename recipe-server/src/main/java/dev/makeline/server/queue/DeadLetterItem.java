package dev.makeline.server.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.makeline.protocol.ObjectVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A message that was given up.
///
/// @param receiveCount looks of administrators and of the watcher included
/// @param sentAt UTC, when it was first sent
@Schema(name = "DeadLetter")
public record DeadLetterItem(
        String messageId,
        @Schema(
                        description =
                                "Why it was given up, in a sentence; says so where nobody recorded it")
                String cause,
        @Schema(description = "Whether the consumer or the intake ledger says why")
                boolean causeRecorded,
        @Schema(
                        description =
                                "How often it was received, looking at it here included; approximate, as SQS counts")
                int receiveCount,
        Instant sentAt,
        @Schema(description = "What it names; none when it cannot be read")
                List<NamedObject> objects) {

    public DeadLetterItem {
        objects = List.copyOf(objects);
    }

    /// @param state of its entry in the intake ledger, where there is one
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "NamedObject")
    public record NamedObject(
            @Schema(description = "40 hex digits") String objectId,
            String bucket,
            String key,
            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> versionId,
            String eTag,
            @Schema(
                            description = "What became of it, by the intake ledger",
                            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                    Optional<String> state) {

        static NamedObject of(ObjectVersion object, Optional<String> state) {
            return new NamedObject(
                    object.objectId(),
                    object.bucket(),
                    object.key(),
                    object.versionId(),
                    object.eTag(),
                    state);
        }
    }
}
