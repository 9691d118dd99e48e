package dev.makeline.server.queue;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.queue.DeadLetterItem.NamedObject;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Looks at dead letters without taking any: they are hidden from others while they are read, a
/// second or two, and come back by themselves should this server die meanwhile. SQS counts each
/// look as a receive, which has no effect in a dead-letter queue. Thread-safe; blocking.
@Singleton
public final class DeadLetters {

    /// Why a message was dead-lettered, as an attribute of it.
    private static final String REASON = "reason";

    private final QueueAccess queues;
    private final IntakeLedger ledger;
    private final QueueSettings settings;

    DeadLetters(QueueAccess queues, IntakeLedger ledger, QueueSettings settings) {
        this.queues = queues;
        this.ledger = ledger;
        this.settings = settings;
    }

    /// @param items the oldest of those that were looked at first
    /// @param more whether there are more, or some are in somebody's hands at the moment
    @Schema(name = "DeadLetters")
    public record Seen(
            List<DeadLetterItem> items,
            @Schema(description = "Whether there are more, by SQS's approximate count")
                    boolean more) {}

    /// @param most up to this many; which ones SQS chooses
    /// @throws ProblemException with 503 when SQS does not answer
    Seen look(ProductQueue queue, int most) {
        String name = queue.deadLetterName();
        long depth = queues.counts(name).all();
        // By id: a look that takes long sees the first ones again.
        Map<String, Message> messages = new LinkedHashMap<>();
        try {
            List<Message> received = receive(name, Math.min(most, depth));
            while (!received.isEmpty()) {
                received.forEach(message -> messages.put(message.messageId(), message));
                received = receive(name, Math.min(most, depth) - messages.size());
            }
        } finally {
            queues.show(name, List.copyOf(messages.values()));
        }
        return new Seen(items(queue, messages.values()), depth > messages.size());
    }

    private List<Message> receive(String name, long most) {
        return most <= 0
                ? List.of()
                : queues.receive(
                        name, (int) Math.min(QueueAccess.BATCH, most), settings.lookHides());
    }

    private List<DeadLetterItem> items(ProductQueue queue, Collection<Message> messages) {
        Map<String, IntakeEntry> entries =
                ledger.findAll(
                        messages.stream()
                                .flatMap(message -> NamedObjects.in(queue, message.body()).stream())
                                .map(ObjectVersion::objectId)
                                .toList());
        return messages.stream()
                .map(message -> item(queue, message, entries))
                .sorted(Comparator.comparing(DeadLetterItem::sentAt))
                .toList();
    }

    private static DeadLetterItem item(
            ProductQueue queue, Message message, Map<String, IntakeEntry> entries) {
        List<ObjectVersion> objects = NamedObjects.in(queue, message.body());
        Cause cause = Cause.of(queue, reason(message), objects, entries);
        return new DeadLetterItem(
                message.messageId(),
                cause.sentence(),
                cause.isRecorded(),
                Integer.parseInt(
                        attribute(message, MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)),
                Instant.ofEpochMilli(
                        Long.parseLong(
                                attribute(message, MessageSystemAttributeName.SENT_TIMESTAMP))),
                objects.stream().map(object -> named(object, entries)).toList());
    }

    private static NamedObject named(ObjectVersion object, Map<String, IntakeEntry> entries) {
        return NamedObject.of(
                object,
                Optional.ofNullable(entries.get(object.objectId()))
                        .map(entry -> entry.state().label()));
    }

    private static Optional<String> reason(Message message) {
        return Optional.ofNullable(message.messageAttributes().get(REASON))
                .flatMap(reason -> Optional.ofNullable(reason.stringValue()));
    }

    private static String attribute(Message message, MessageSystemAttributeName name) {
        return message.attributes().getOrDefault(name, "0");
    }
}
