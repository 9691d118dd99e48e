package dev.makeline.server.job;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobFilter;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.protocol.job.JobsFound;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.file.request.FileOwner;
import dev.makeline.server.file.request.FileOwners;
import dev.makeline.server.request.Cursors;
import dev.makeline.server.request.Page;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Pages of jobs, the newest first. Thread-safe.
@Singleton
final class JobList {

    private final JobStore store;
    private final FileOwners owners;
    private final Cursors cursors;

    JobList(JobStore store, FileOwners owners, Cursors cursors) {
        this.store = store;
        this.owners = owners;
        this.cursors = cursors;
    }

    /// @param owner whose; empty for everybody's
    Page<JobItem> page(
            Optional<OwnerId> owner, JobFilter filter, int size, Optional<String> cursor) {
        String list = "jobs %s %s".formatted(owner.map(OwnerId::value).orElse("all"), filter);
        Optional<JobId> before = cursors.read(list, cursor).map(JobId::new);
        JobsFound found =
                owner.map(one -> store.ofOwner(one.value(), filter, before, size + 1))
                        .orElseGet(() -> store.all(filter, before, size + 1));
        List<Job> jobs = found.jobs().subList(0, Math.min(size, found.jobs().size()));
        Optional<JobId> goOn =
                found.jobs().size() > size ? Optional.of(jobs.getLast().id()) : found.goOn();
        Map<OwnerId, FileOwner> names =
                owners.of(jobs.stream().map(job -> new OwnerId(job.ownerId())).toList());
        List<JobItem> items =
                jobs.stream()
                        .map(job ->
                                Optional.ofNullable(names.get(new OwnerId(job.ownerId())))
                                        .map(name -> JobItem.of(job, name)))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableList());
        return new Page<>(items, goOn.map(job -> cursors.write(list, job.value())));
    }
}
