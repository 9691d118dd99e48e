package dev.makeline.server.queue;

import io.swagger.v3.oas.annotations.media.Schema;

/// How many messages stand in a queue, by SQS's counts, which it calls approximate.
///
/// @param visible a receive would get them now
/// @param inFlight received, and not finished yet
/// @param delayed not to be received yet
@Schema(name = "QueueCounts", description = "Approximate, as SQS counts")
public record QueueCounts(
        @Schema(description = "Waiting to be received") long visible,
        @Schema(description = "Received by somebody, and not finished yet") long inFlight,
        @Schema(description = "Not to be received yet") long delayed) {

    public long all() {
        return visible + inFlight + delayed;
    }
}
