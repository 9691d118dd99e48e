package dev.makeline.sender.queue;

import dev.makeline.sender.queue.JobQueue.Hide;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;

/// Deletes, hides and shows messages in batches of up to ten, in the order in which it is told.
///
/// Nobody waits for the outcome, because nobody could do anything about it: a message that could
/// not be deleted comes again when its visibility timeout ends, and is a duplicate then. One thread
/// carries out all changes, so that prolonging a message can never come after putting it back.
/// Between being told and the request passes at most `settleWithin`, or a request in flight.
final class QueueChanges {

    private static final Logger log = LoggerFactory.getLogger(QueueChanges.class);

    /// Of a single entry that failed in a batch that was answered.
    private static final int MOST_ATTEMPTS = 3;

    private sealed interface Change {
        record Delete(String receipt, int attempt) implements Change {}

        record Show(Hide hide, int attempt) implements Change {}

        record Prolong(String receipt) implements Change {}

        record End() implements Change {}
    }

    private final JobQueue queue;
    private final HeldMessages held;
    private final Duration settleWithin;
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private final Thread thread;

    QueueChanges(JobQueue queue, HeldMessages held, Duration settleWithin) {
        this.queue = queue;
        this.held = held;
        this.settleWithin = settleWithin;
        this.thread = Thread.ofPlatform().name("queue-changes").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void delete(String receipt) {
        changes.add(new Change.Delete(receipt, 1));
    }

    /// @param delay whole seconds; zero shows it at once
    void showAfter(String receipt, Duration delay) {
        changes.add(new Change.Show(new Hide(receipt, delay), 1));
    }

    /// Hides the message for another visibility timeout, unless it is settled meanwhile.
    void prolong(String receipt) {
        changes.add(new Change.Prolong(receipt));
    }

    /// Carries out what it was told so far, and ends. Does nothing when it was never started.
    void close(Duration longest) throws InterruptedException {
        changes.add(new Change.End());
        if (thread.getState() != Thread.State.NEW && !thread.join(longest)) {
            log.atWarn()
                    .addKeyValue("changes", changes.size())
                    .log("SQS was not told of the last changes in time; those messages come again");
        }
    }

    private void run() {
        try {
            boolean open = true;
            while (open) {
                List<Change> batch = nextBatch();
                open = !batch.removeIf(Change.End.class::isInstance);
                carryOut(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Change> nextBatch() throws InterruptedException {
        List<Change> batch = new ArrayList<>();
        batch.add(changes.take());
        long deadline = System.nanoTime() + settleWithin.toNanos();
        while (batch.size() < JobQueue.BATCH && !(batch.getLast() instanceof Change.End)) {
            Optional<Change> next =
                    Optional.ofNullable(
                            changes.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
            if (next.isEmpty()) {
                break;
            }
            batch.add(next.get());
        }
        return batch;
    }

    /// A later change of the same message replaces an earlier one.
    private void carryOut(List<Change> batch) {
        Map<String, Change.Show> shows = new LinkedHashMap<>();
        List<Change.Delete> deletes = new ArrayList<>();
        for (Change change : batch) {
            switch (change) {
                case Change.Delete delete -> deletes.add(delete);
                case Change.Show show -> shows.put(show.hide().receipt(), show);
                case Change.Prolong(String receipt) when held.isHeld(receipt) ->
                        shows.put(
                                receipt,
                                new Change.Show(
                                        new Hide(receipt, queue.visibility()), MOST_ATTEMPTS));
                case Change.Prolong _ -> {}
                case Change.End _ -> {}
            }
        }
        deletes.forEach(delete -> shows.remove(delete.receipt()));
        send(
                "hide",
                List.copyOf(shows.values()),
                some -> queue.hide(some.stream().map(Change.Show::hide).toList()),
                Change.Show::attempt,
                show -> new Change.Show(show.hide(), show.attempt() + 1));
        send(
                "delete",
                deletes,
                some -> queue.delete(some.stream().map(Change.Delete::receipt).toList()),
                Change.Delete::attempt,
                delete -> new Change.Delete(delete.receipt(), delete.attempt() + 1));
    }

    private <C extends Change> void send(
            String what,
            List<C> some,
            Function<List<C>, List<BatchResultErrorEntry>> request,
            Function<C, Integer> attempt,
            Function<C, Change> again) {
        if (some.isEmpty()) {
            return;
        }
        try {
            for (BatchResultErrorEntry failed : request.apply(some)) {
                C change = some.get(Integer.parseInt(failed.id()));
                if (!Boolean.TRUE.equals(failed.senderFault())
                        && attempt.apply(change) < MOST_ATTEMPTS) {
                    changes.add(again.apply(change));
                } else {
                    log.atDebug()
                            .addKeyValue("change", what)
                            .addKeyValue("code", failed.code())
                            .log("SQS did not change a message; it was gone or comes again");
                }
            }
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("change", what)
                    .addKeyValue("messages", some.size())
                    .addKeyValue("cause", e.toString())
                    .log("SQS did not change messages; they come again");
        }
    }
}
