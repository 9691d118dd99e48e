package dev.makeline.sender.queue;

import com.amazon.sqs.javamessaging.SQSMessagingClientConstants;
import com.amazon.sqs.javamessaging.message.SQSMessage;
import dev.makeline.operations.FailPoint;
import dev.makeline.operations.TraceScope;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.UploadJob;
import dev.makeline.sender.delivery.Cause;
import dev.makeline.sender.delivery.Delivery;
import dev.makeline.sender.delivery.UploadJobHandler;
import dev.makeline.sender.queue.Settlement.Finished;
import dev.makeline.sender.queue.Settlement.PutBack;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// The boundary of one message: what is thrown, timed out or refused behind it, ends here in one
/// visible decision to delete the message or to put it back. Nothing is left to what JMS does of an
/// exception. Thread-safe; one for all sessions.
final class UploadJobListener implements MessageListener {

    private static final Logger log = LoggerFactory.getLogger(UploadJobListener.class);

    private final UploadJobHandler handler;
    private final JobQueue queue;
    private final HeldMessages held;
    private final BackOffSettings backOff;
    private final DeliveryMeters meters;
    private final SessionsAtWork sessions;
    private final InstantSource clock;
    private volatile boolean stopping;

    UploadJobListener(
            UploadJobHandler handler,
            JobQueue queue,
            HeldMessages held,
            BackOffSettings backOff,
            DeliveryMeters meters,
            SessionsAtWork sessions,
            InstantSource clock) {
        this.handler = handler;
        this.queue = queue;
        this.held = held;
        this.backOff = backOff;
        this.meters = meters;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// From now on messages are given back untried.
    void stop() {
        stopping = true;
    }

    @Override
    public void onMessage(Message message) {
        sessions.begin();
        try {
            String receipt = ((SQSMessage) message).getReceiptHandle();
            int attempt = message.getIntProperty(SQSMessagingClientConstants.JMSX_DELIVERY_COUNT);
            meters.received(
                    Duration.between(
                            Instant.ofEpochMilli(message.getJMSTimestamp()), clock.instant()),
                    attempt);
            held.decide(receipt, settlement(((TextMessage) message).getText(), attempt));
            message.acknowledge();
        } catch (JMSException e) {
            throw new IllegalStateException("The message cannot be read or settled", e);
        } finally {
            sessions.end();
        }
    }

    private Settlement settlement(String body, int attempt) {
        if (stopping) {
            return new PutBack(Duration.ZERO);
        }
        FailPoint.reach("sender.after-receive");
        try {
            return deliver(ProtocolJson.read(body, UploadJob.class), body, attempt);
        } catch (MalformedMessageException e) {
            return deadLetter(body, e, attempt);
        }
    }

    private Settlement deliver(UploadJob job, String body, int attempt) {
        Instant start = clock.instant();
        try (TraceScope _ = TraceScope.of(job.traceparent())) {
            Delivery delivery = deliverOrFail(job);
            Instant end = clock.instant();
            meters.count(delivery, Duration.between(job.foundAt(), end));
            Settlement settlement = settlement(delivery, body, attempt);
            DeliveryLog.tell(job, delivery, settlement, attempt, Duration.between(start, end));
            return settlement;
        }
    }

    /// A bug must cost no more than this message's time: it is put back, and dead-lettered in the
    /// end by its receives.
    private Delivery deliverOrFail(UploadJob job) {
        try {
            return handler.deliver(job);
        } catch (RuntimeException | StackOverflowError e) {
            log.atError()
                    .addKeyValue("objectKey", job.key())
                    .addKeyValue("objectId", job.object().objectId())
                    .setCause(e)
                    .log("A bug: the upload job could not be handled");
            return new Delivery.Unavailable(
                    Cause.UNEXPECTED, e.getClass().getSimpleName(), Optional.empty());
        }
    }

    private Settlement settlement(Delivery delivery, String body, int attempt) {
        return switch (delivery) {
            case Delivery.Accepted _ -> new Finished();
            case Delivery.Duplicate _ -> new Finished();
            case Delivery.Waiting _ -> new Finished();
            case Delivery.Rejected _ -> new Finished();
            case Delivery.Unavailable _ when stopping -> new PutBack(Duration.ZERO);
            case Delivery.Unavailable last when attempt >= queue.mostReceives() ->
                    giveUp(last, body, attempt);
            case Delivery.Unavailable(_, _, var retryAfter) -> putBack(attempt, retryAfter);
        };
    }

    /// Put back, SQS would dead-letter it now, and nobody would know why. Where this fails, SQS
    /// does.
    private Settlement giveUp(Delivery.Unavailable last, String body, int attempt) {
        try {
            queue.deadLetter(body, DeadLetterReason.of(last, attempt));
            return new Finished();
        } catch (SdkException unavailable) {
            log.atWarn()
                    .addKeyValue("attempt", attempt)
                    .addKeyValue("cause", unavailable.getMessage())
                    .log("An upload job could not be dead-lettered with its reason");
            return putBack(attempt, last.retryAfter());
        }
    }

    private PutBack putBack(int attempt, Optional<Duration> retryAfter) {
        double jitter = ThreadLocalRandom.current().nextDouble();
        return new PutBack(backOff.delay(attempt, retryAfter, jitter));
    }

    /// It could never succeed, so it is not tried thirty times first.
    private Settlement deadLetter(String body, MalformedMessageException e, int attempt) {
        String reason = DeadLetterReason.of(e);
        try {
            queue.deadLetter(body, reason);
        } catch (SdkException unavailable) {
            log.atWarn()
                    .addKeyValue("attempt", attempt)
                    .addKeyValue("cause", unavailable.getMessage())
                    .log("A malformed upload job could not be dead-lettered; tried again later");
            return putBack(attempt, Optional.empty());
        }
        meters.malformed();
        log.atError()
                .addKeyValue("attempt", attempt)
                .addKeyValue("reason", reason)
                .log("Malformed upload job moved to the dead-letter queue");
        return new Finished();
    }
}
