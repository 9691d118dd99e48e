package dev.makeline.server.queue;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.IntakeTable;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The queues and their dead letters, as the API and the pages show them. Thread-safe; blocking.
///
/// Every method throws [ProblemException]: with 503 when SQS does not answer, with 404 for a queue
/// that is none of the product's.
@Singleton
public final class QueueOverview {

    private static final String QUEUED = new IntakeState.Queued().label();

    private final QueueAccess queues;
    private final DeadLetters deadLetters;
    private final Replay replay;
    private final IntakeLedger ledger;

    QueueOverview(QueueAccess queues, DeadLetters deadLetters, Replay replay, IntakeLedger ledger) {
        this.queues = queues;
        this.deadLetters = deadLetters;
        this.replay = replay;
        this.ledger = ledger;
    }

    public List<QueueItem> all() {
        return Arrays.stream(ProductQueue.values()).map(this::item).toList();
    }

    public DeadLetters.Seen look(String queue, int most) {
        return deadLetters.look(find(queue), most);
    }

    public Replay.Replayed replayOne(HttpRequest<?> request, String queue, String messageId) {
        return replay.one(request, find(queue), messageId);
    }

    public Replay.Replayed replayAll(HttpRequest<?> request, String queue) {
        return replay.all(request, find(queue));
    }

    private QueueItem item(ProductQueue queue) {
        QueueCounts messages = queues.counts(queue.queueName());
        QueueCounts dead = queues.counts(queue.deadLetterName());
        return new QueueItem(
                queue.queueName(),
                queue.purpose(),
                messages,
                oldest(queue, messages, dead),
                queue.deadLetterName(),
                dead);
    }

    /// The ledger's entries of dead letters are queued, too; while there are any, they would be
    /// taken for messages that wait.
    private Optional<Instant> oldest(ProductQueue queue, QueueCounts messages, QueueCounts dead) {
        boolean isKnown =
                queue == ProductQueue.UPLOAD_JOBS && messages.all() > 0 && dead.all() == 0;
        return isKnown ? longestQueued() : Optional.empty();
    }

    private Optional<Instant> longestQueued() {
        return IntakeTable.shardsOf(QUEUED).stream()
                .flatMap(shard -> ledger.page(shard, Optional.empty(), 1, false).stream())
                .map(IntakeEntry::changedAt)
                .min(Comparator.naturalOrder());
    }

    private static ProductQueue find(String name) {
        return ProductQueue.of(name)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemType.QUEUE_NOT_FOUND,
                                "There is no queue '%s'; /v1/queues lists them.".formatted(name)));
    }
}
