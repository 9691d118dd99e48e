package dev.makeline.processor.task;

import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.JobsTable;
import dev.makeline.protocol.job.Job;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rows that one job needs, by the partition keys of the tables of jobs and files: what a task
/// beside a stranger's program is to be able to do, and for how long.
///
/// @param timeout of the job
/// @param jobs partitions of the table of jobs that it reads and writes
/// @param input partition of the table of files that it reads
/// @param files partitions of the table of files that it writes
public record TaskScope(
        Duration timeout, Set<String> jobs, Optional<String> input, Set<String> files) {

    public TaskScope {
        jobs = Set.copyOf(jobs);
        files = Set.copyOf(files);
    }

    /// @param made the files whose objects the task's links lead to
    public static TaskScope of(Job job, Collection<FileId> made) {
        return new TaskScope(
                job.order().timeout(),
                Stream.concat(
                                Stream.of(job.id().value()),
                                job.order().exclusiveKey().stream()
                                        .map(key ->
                                                Attributes.requiredText(
                                                        JobsTable.holderKey(job.ownerId(), key),
                                                        JobsTable.JOB_ID)))
                        .collect(Collectors.toSet()),
                job.order().file().map(FileId::value),
                Stream.concat(
                                made.stream().map(FileId::value),
                                Stream.of(
                                        Attributes.requiredText(
                                                FilesTable.usageKey(job.ownerId()),
                                                FilesTable.SUBJECT)))
                        .collect(Collectors.toSet()));
    }
}
