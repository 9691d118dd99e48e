package dev.makeline.server.page.today;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened lately, exceptions first.
///
/// @param exceptions makes that a person should look at: critical ones first, then the newest
/// @param hasMoreExceptions whether there are others, all older
/// @param fine the other makes, the newest first
/// @param earlier where the makes of that time before these begin, when there are any
/// @param isEarlier whether there are newer ones that are not shown
/// @param files rejected or waiting, the newest first
/// @param troubles of services that keep makes, files or jobs waiting, in a sentence each
/// @param jobs of this person that are not over
/// @param mayRetry whether the person may send a file on its way again
/// @param isNew whether there are no recipes at all
/// @param seen changes with what is shown; not with the time
public record TodayPage(
        Span span,
        List<MakeCard> exceptions,
        boolean hasMoreExceptions,
        List<MakeCard> fine,
        Optional<String> earlier,
        boolean isEarlier,
        List<FileCard> files,
        List<String> troubles,
        List<JobCard> jobs,
        boolean mayRetry,
        boolean isNew,
        String seen) {

    /// @param reason why it was rejected, or what it waits for
    /// @param recipeId that it waits for
    public record FileCard(
            String objectId,
            String key,
            boolean rejected,
            String reason,
            Optional<Long> recipeId,
            Instant changedAt) {}

    /// @param progress from 0 to 100
    public record JobCard(
            String jobId, String kind, String state, int progress, Instant createdAt) {}

    public TodayPage {
        exceptions = List.copyOf(exceptions);
        fine = List.copyOf(fine);
        files = List.copyOf(files);
        troubles = List.copyOf(troubles);
        jobs = List.copyOf(jobs);
    }

    /// Of the other makes those that a person said are fine as they are.
    public List<MakeCard> signedOff() {
        return fine.stream().filter(MakeCard::isSignedOff).toList();
    }

    public List<MakeCard> asItShouldBe() {
        return fine.stream().filter(make -> !make.isSignedOff()).toList();
    }

    public boolean isQuiet() {
        return exceptions.isEmpty() && files.isEmpty() && troubles.isEmpty() && jobs.isEmpty();
    }
}
