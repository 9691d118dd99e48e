package dev.makeline.processor.dispatch;

import dev.makeline.processor.task.AliveTask;
import dev.makeline.processor.task.TaskId;
import dev.makeline.processor.task.TaskRunner;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobAttempt;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobStore;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes through all tasks that are alive, whoever started them: stops those that no attempt wants,
/// and puts on record those that their attempts do not know of, since a dispatcher died between
/// starting a task and writing it down.
final class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final JobStore store;
    private final TaskRunner runner;

    Sweep(JobStore store, TaskRunner runner) {
        this.store = store;
        this.runner = runner;
    }

    void run() {
        // Looked first: a job is at an attempt before a task is started for it.
        runner.look().forEach(this::check);
    }

    private void check(AliveTask alive) {
        Optional<Job> job = store.find(alive.job()).filter(found -> isWanted(found, alive));
        if (job.isEmpty()) {
            stop(alive);
            return;
        }
        Optional<TaskId> onRecord =
                store.attempt(alive.job(), alive.attempt())
                        .flatMap(JobAttempt::task)
                        .map(TaskId::new);
        if (onRecord.isEmpty()) {
            store.noteTask(alive.job(), alive.attempt(), alive.task().value());
        } else if (!onRecord.get().equals(alive.task()) && isUnclaimed(job.get())) {
            stop(alive);
        }
    }

    private static boolean isWanted(Job job, AliveTask alive) {
        return job.state() instanceof JobState.Live && job.state().attempt() == alive.attempt();
    }

    /// Of two tasks for an attempt that is claimed nobody here knows which one has it; the other
    /// ends by itself.
    private static boolean isUnclaimed(Job job) {
        return job.state() instanceof JobState.Starting;
    }

    private void stop(AliveTask alive) {
        log.atWarn()
                .addKeyValue("jobId", alive.job())
                .addKeyValue("attempt", alive.attempt())
                .addKeyValue("task", alive.task())
                .log("A task that no attempt wants is stopped");
        runner.stop(alive.task());
    }
}
