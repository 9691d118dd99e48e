package dev.makeline.server.intake;

import dev.makeline.server.docs.MakeBody;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The shape of a submission, for the API's description alone.
@Schema(name = "Submission", description = "An object as it was read, or why it cannot be read")
record SubmissionBody(
        @Schema(
                        type = "string",
                        allowableValues = {"document", "refusal"})
                String verdict,
        Job job,
        @Nullable Instant lastModified,
        @Nullable MakeBody document,
        @Nullable String reason,
        @Nullable String place) {

    @Schema(name = "UploadJob")
    record Job(
            int schemaVersion,
            String bucket,
            String key,
            @Nullable String versionId,
            String eTag,
            long size,
            @Nullable String sequencer,
            Instant foundAt,
            String traceparent) {}
}
