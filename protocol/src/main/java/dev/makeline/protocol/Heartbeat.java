package dev.makeline.protocol;

import java.time.Instant;
import java.util.Optional;

/// A sign of life of one running instance of a service.
///
/// @param service as it names itself, `sender-service` say
/// @param instanceId tells instances of a service apart; a restart makes another one
/// @param startedAt UTC
/// @param seenAt UTC, by the instance's own clock
/// @param trouble what it lacks, in one sentence; empty when all is well
public record Heartbeat(
        String service,
        String instanceId,
        String version,
        Instant startedAt,
        Instant seenAt,
        Optional<String> trouble) {}
