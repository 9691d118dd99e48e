package dev.makeline.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.LiveFile;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobFilter;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobPhase;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.protocol.job.JobsFound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Lists of jobs of a kind of which there are few among many others.
class JobListTest {

    private final JobsFixture jobs = new JobsFixture();
    private final JobStore store = new JobStore(jobs.dynamoDb, 4);
    private final LiveFile file = jobs.file("notes.txt", "flour".getBytes(UTF_8));

    @Test
    void aReadingEndsAfterSoManyRowsAndTheNextGoesOnUntilAllAreFound() {
        List<JobId> rare = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            rare.add(jobs.job(JobKinds.SCALE_RECIPE, file, "{}").id());
            IntStream.range(0, 5).forEach(_ -> jobs.job(file, "salt"));
        }
        Job running = jobs.starting(jobs.job(JobKinds.SCALE_RECIPE, file, "{}"));
        rare.add(running.id());

        JobsFound first = store.ofOwner(jobs.owner, rareAlone(), Optional.empty(), 10);

        assertThat(first.goOn()).isPresent();
        assertThat(first.jobs().size()).isLessThan(rare.size());
        assertThat(all()).isEqualTo(rare.stream().sorted(Comparator.reverseOrder()).toList());
    }

    @Test
    void jobsThatAreNotOverAreCountedUpToAMost() {
        IntStream.range(0, 3).forEach(_ -> jobs.job(file, "salt"));
        jobs.starting(jobs.job(file, "salt"));

        assertThat(store.liveOf(jobs.owner, 100)).isEqualTo(4);
        assertThat(store.liveOf(jobs.owner, 2)).isEqualTo(2);
        assertThat(store.liveOf("service:nobody", 100)).isZero();
    }

    private List<JobId> all() {
        List<JobId> found = new ArrayList<>();
        Optional<JobId> before = Optional.empty();
        do {
            JobsFound next = store.ofOwner(jobs.owner, rareAlone(), before, 10);
            next.jobs().forEach(job -> found.add(job.id()));
            before = next.goOn();
        } while (before.isPresent());
        return found;
    }

    private static JobFilter rareAlone() {
        return new JobFilter(
                List.of(JobPhase.QUEUED, JobPhase.STARTING),
                Optional.of(JobKinds.SCALE_RECIPE),
                Optional.empty(),
                Optional.empty());
    }
}
