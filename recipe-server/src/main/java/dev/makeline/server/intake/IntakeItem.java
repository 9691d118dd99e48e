package dev.makeline.server.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.UploadJob;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// One object version and what became of it, as it is answered.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "IntakeItem")
public record IntakeItem(
        @Schema(description = "40 hex digits") String objectId,
        String bucket,
        String key,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> versionId,
        String eTag,
        @Schema(description = "Bytes") long size,
        @Schema(
                        type = "string",
                        allowableValues = {
                            "queued",
                            "submitted",
                            "waiting",
                            "rejected",
                            "dismissed"
                        })
                String state,
        @Schema(type = "integer", format = "int64", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                OptionalLong recipeId,
        @Schema(type = "integer", format = "int64", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                OptionalLong makeId,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<Integer> revision,
        @Schema(
                        description = "Why it was rejected, in one sentence",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> reason,
        @Schema(
                        description = "Where in the document",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> place,
        Instant foundAt,
        Instant changedAt) {

    static IntakeItem of(IntakeEntry entry) {
        return switch (entry.state()) {
            case IntakeState.Queued() -> plain(entry);
            case IntakeState.Submitted(long recipeId, int revision, var makeId) ->
                    of(
                            entry,
                            OptionalLong.of(recipeId),
                            makeId,
                            Optional.of(revision),
                            Optional.empty(),
                            Optional.empty());
            case IntakeState.Waiting(long recipeId) ->
                    of(
                            entry,
                            OptionalLong.of(recipeId),
                            OptionalLong.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            case IntakeState.Rejected(var reason, var place) -> refused(entry, reason, place);
            case IntakeState.Dismissed(var reason, var place) -> refused(entry, reason, place);
        };
    }

    private static IntakeItem plain(IntakeEntry entry) {
        return of(
                entry,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static IntakeItem refused(IntakeEntry entry, String reason, Optional<String> place) {
        return of(
                entry,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of(reason),
                place);
    }

    private static IntakeItem of(
            IntakeEntry entry,
            OptionalLong recipeId,
            OptionalLong makeId,
            Optional<Integer> revision,
            Optional<String> reason,
            Optional<String> place) {
        UploadJob job = entry.job();
        return new IntakeItem(
                entry.objectId(),
                job.bucket(),
                job.key(),
                job.versionId(),
                job.eTag(),
                job.size(),
                entry.state().label(),
                recipeId,
                makeId,
                revision,
                reason,
                place,
                job.foundAt(),
                entry.changedAt());
    }
}
