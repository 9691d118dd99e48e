package dev.makeline.server.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.makeline.protocol.Heartbeat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One process of a service that runs, or ran until lately.
///
/// @param startedAt UTC
/// @param lastSeenAt UTC, by its own clock
/// @param detail what is wrong, in one sentence
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "ServiceInstance")
public record ServiceInstance(
        @Schema(example = "42-9f31c0") String instanceId,
        @Schema(example = "0.1.0") String version,
        Instant startedAt,
        Instant lastSeenAt,
        @Schema(
                        type = "string",
                        allowableValues = {"up", "degraded", "silent"})
                String state,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> detail) {

    static ServiceInstance of(Heartbeat heartbeat, Instant now, Duration silentAfter) {
        Duration since = Duration.between(heartbeat.seenAt(), now);
        if (since.compareTo(silentAfter) > 0) {
            return of(
                    heartbeat,
                    ServiceState.SILENT,
                    Optional.of("Not seen for %s.".formatted(words(since))));
        }
        return of(
                heartbeat,
                heartbeat.trouble().isPresent() ? ServiceState.DEGRADED : ServiceState.UP,
                heartbeat.trouble());
    }

    private static ServiceInstance of(
            Heartbeat heartbeat, ServiceState state, Optional<String> detail) {
        return new ServiceInstance(
                heartbeat.instanceId(),
                heartbeat.version(),
                heartbeat.startedAt(),
                heartbeat.seenAt(),
                state.label(),
                detail);
    }

    private static String words(Duration time) {
        return time.toMinutes() < 2 ? time.toSeconds() + " s" : time.toMinutes() + " minutes";
    }
}
