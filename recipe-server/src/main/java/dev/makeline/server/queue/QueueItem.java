package dev.makeline.server.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/// A queue and its dead-letter queue.
///
/// @param oldestWaitsSince UTC; the longest that an object waits whose message stands in the queue,
///   where that is known
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Queue")
public record QueueItem(
        @Schema(example = "makeline-upload-jobs") String name,
        @Schema(description = "What it is for") String purpose,
        QueueCounts messages,
        @Schema(
                        description =
                                "Since when the object waits whose message is the oldest; told for upload jobs alone, by the intake ledger, and while there are no dead letters of them. SQS itself tells no age here: see CloudWatch's ApproximateAgeOfOldestMessage.",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<Instant> oldestWaitsSince,
        @Schema(example = "makeline-upload-jobs-dlq") String deadLetterQueue,
        QueueCounts deadLetters) {}
