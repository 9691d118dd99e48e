package dev.makeline.sender.queue;

import dev.makeline.protocol.UploadJob;
import dev.makeline.sender.delivery.Delivery;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// One line for each time an upload job was delivered: what became of which object. Never content.
final class DeliveryLog {

    private static final Logger log = LoggerFactory.getLogger(DeliveryLog.class);

    private DeliveryLog() {}

    static void tell(
            UploadJob job,
            Delivery delivery,
            Settlement settlement,
            int attempt,
            Duration duration) {
        LoggingEventBuilder line =
                (delivery instanceof Delivery.Unavailable ? log.atWarn() : log.atInfo())
                        .addKeyValue("objectKey", job.key())
                        .addKeyValue("objectId", job.object().objectId())
                        .addKeyValue("outcome", delivery.label())
                        .addKeyValue("attempt", attempt)
                        .addKeyValue("durationMillis", duration.toMillis());
        switch (delivery) {
            case Delivery.Accepted(long recipeId, var makeId) ->
                    with(line, recipeId, makeId).log("Object submitted");
            case Delivery.Duplicate(long recipeId, var makeId) ->
                    with(line, recipeId, makeId).log("Object was submitted before");
            case Delivery.Waiting(long recipeId) ->
                    with(line, recipeId, OptionalLong.empty()).log("Object waits for its recipe");
            case Delivery.Rejected _ -> line.log("Object rejected");
            case Delivery.Unavailable(var cause, var detail, _) ->
                    line.addKeyValue("cause", cause.label())
                            .addKeyValue("detail", detail)
                            .addKeyValue("settlement", settlement)
                            .log("Object not submitted; tried again later");
        }
    }

    private static LoggingEventBuilder with(
            LoggingEventBuilder line, long recipeId, OptionalLong makeId) {
        LoggingEventBuilder longer = line.addKeyValue("recipeId", recipeId);
        return makeId.isPresent() ? longer.addKeyValue("makeId", makeId.getAsLong()) : longer;
    }
}
