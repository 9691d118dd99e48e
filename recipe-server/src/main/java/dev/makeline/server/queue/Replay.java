package dev.makeline.server.queue;

import dev.makeline.operations.FailPoint;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;

/// Sends dead letters on their way again: each is sent to the queue that it came from, and then
/// deleted. Whoever dies between the two leaves it in both, which is harmless, since what is done
/// of a message is keyed by the object version that it names; so is doing it twice. Its body alone
/// is sent. It is on record before the first is sent. Thread-safe; blocking.
///
/// Every method throws [ProblemException] with 503 when SQS does not answer; what was not sent by
/// then is a dead letter still.
@Singleton
public final class Replay {

    private final QueueAccess queues;
    private final QueueSettings settings;
    private final RequestAudit audit;

    Replay(QueueAccess queues, QueueSettings settings, RequestAudit audit) {
        this.queues = queues;
        this.settings = settings;
        this.audit = audit;
    }

    @Schema(name = "Replayed")
    public record Replayed(
            @Schema(description = "How many were sent again") int replayed,
            @Schema(
                            description =
                                    "Whether there are more, or some are in somebody's hands; then call again")
                    boolean more) {}

    /// @throws ProblemException with 404 when it is not among those that are looked through, or in
    ///   somebody's hands at the moment
    Replayed one(HttpRequest<?> request, ProductQueue queue, String messageId) {
        String name = queue.deadLetterName();
        long depth = queues.counts(name).all();
        List<Message> others = new ArrayList<>();
        try {
            while (others.size() < Math.min(depth, settings.searched())) {
                List<Message> received =
                        queues.receive(name, QueueAccess.BATCH, settings.replayHides());
                Optional<Message> found =
                        received.stream()
                                .filter(message -> message.messageId().equals(messageId))
                                .findFirst();
                received.stream()
                        .filter(message -> !message.messageId().equals(messageId))
                        .forEach(others::add);
                if (found.isPresent()) {
                    record(request, queue, Map.of("messageId", messageId));
                    sendAgain(queue, found.get());
                    return new Replayed(1, depth > 1);
                }
                if (received.isEmpty()) {
                    break;
                }
            }
        } finally {
            queues.show(name, others);
        }
        throw new ProblemException(
                ProblemType.DEAD_LETTER_NOT_FOUND,
                "%s holds no message '%s', or somebody looks at it at the moment."
                        .formatted(name, messageId));
    }

    /// As many as one call may.
    Replayed all(HttpRequest<?> request, ProductQueue queue) {
        String name = queue.deadLetterName();
        long depth = queues.counts(name).all();
        if (depth == 0) {
            return new Replayed(0, false);
        }
        record(request, queue, Map.of("messages", "up to " + settings.replayEntries()));
        // No more than there were: those that fail at once come back while this goes on.
        long most = Math.min(depth, settings.replayEntries());
        int replayed = 0;
        while (replayed < most) {
            List<Message> received =
                    queues.receive(
                            name,
                            (int) Math.min(QueueAccess.BATCH, most - replayed),
                            settings.replayHides());
            if (received.isEmpty()) {
                break;
            }
            sendAgain(queue, received);
            replayed += received.size();
        }
        return new Replayed(replayed, depth > replayed);
    }

    /// Those that it does not come to are there for the next call at once.
    private void sendAgain(ProductQueue queue, List<Message> messages) {
        Deque<Message> left = new ArrayDeque<>(messages);
        try {
            while (!left.isEmpty()) {
                sendAgain(queue, left.getFirst());
                left.removeFirst();
            }
        } finally {
            queues.show(queue.deadLetterName(), List.copyOf(left));
        }
    }

    private void sendAgain(ProductQueue queue, Message message) {
        queues.send(queue.queueName(), message.body());
        FailPoint.reach("recipe-server.after-replay");
        queues.delete(queue.deadLetterName(), message);
    }

    private void record(HttpRequest<?> request, ProductQueue queue, Map<String, String> details) {
        audit.append(
                request,
                AuditAction.DEAD_LETTERS_REPLAYED,
                Optional.of(queue.deadLetterName()),
                details);
    }
}
