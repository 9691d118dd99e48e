package dev.makeline.protocol.job;

import dev.makeline.protocol.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which jobs a list shows.
///
/// @param from the earliest creation
/// @param until later creations are left out, as is this very time
public record JobFilter(
        List<JobPhase> phases,
        Optional<String> kind,
        Optional<Instant> from,
        Optional<Instant> until) {

    public JobFilter {
        phases = List.copyOf(phases);
    }

    public static JobFilter of(List<JobPhase> phases) {
        return new JobFilter(phases, Optional.empty(), Optional.empty(), Optional.empty());
    }

    JobId first() {
        return JobId.floor(from.orElse(Instant.EPOCH));
    }

    /// Exclusive.
    Optional<JobId> end() {
        return until.map(JobId::floor);
    }
}
