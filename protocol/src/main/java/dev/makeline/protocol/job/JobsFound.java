package dev.makeline.protocol.job;

import dev.makeline.protocol.JobId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What one reading of a list found, the newest first.
///
/// @param goOn where a reading goes on that ended early, since one may not look at everything;
///   exclusive
public record JobsFound(List<Job> jobs, Optional<JobId> goOn) {

    public JobsFound {
        jobs = List.copyOf(jobs);
    }

    /// Of several lists as one. Where one of them ended early, what is older in the others is left
    /// for the next reading, which would else pass by what stands between.
    static JobsFound together(List<JobsFound> lists, int limit) {
        Optional<JobId> goOn =
                lists.stream().flatMap(list -> list.goOn().stream()).max(Comparator.naturalOrder());
        List<Job> jobs =
                lists.stream()
                        .flatMap(list -> list.jobs().stream())
                        .filter(job -> goOn.filter(end -> job.id().compareTo(end) < 0).isEmpty())
                        .sorted(Comparator.comparing(Job::id).reversed())
                        .limit(limit)
                        .toList();
        return new JobsFound(jobs, goOn);
    }
}
