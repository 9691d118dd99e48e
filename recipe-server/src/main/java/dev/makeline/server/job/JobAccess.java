package dev.makeline.server.job;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.ObjectRule;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/// Finds the job that a request names, as far as the caller may do with it what the request wants.
/// Thread-safe.
@Singleton
final class JobAccess {

    private static final int SHOWN = 40;

    private final JobStore store;
    private final ObjectRule rule;

    JobAccess(JobStore store, ObjectRule rule) {
        this.store = store;
        this.rule = rule;
    }

    /// @throws ProblemException with 404 for a job that is not there or that the caller may not
    ///   know of, in the same words
    Job require(HttpRequest<?> request, Action action, String jobId) {
        Problem absent = unknown(jobId);
        Job job =
                JobId.parse(jobId)
                        .flatMap(store::find)
                        .orElseThrow(() -> new ProblemException(absent));
        rule.require(request, action, new OwnerId(job.ownerId()), job.id().value(), absent);
        return job;
    }

    private static Problem unknown(String jobId) {
        boolean isPlain =
                jobId.length() <= SHOWN && jobId.chars().allMatch(Character::isLetterOrDigit);
        return Problem.of(
                ProblemType.JOB_NOT_FOUND,
                "There is no job '%s'.".formatted(isPlain ? jobId : "…"));
    }
}
