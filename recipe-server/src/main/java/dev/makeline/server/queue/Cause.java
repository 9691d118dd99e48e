package dev.makeline.server.queue;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.ObjectVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Why a message is a dead letter, as far as anybody recorded it.
///
/// @param sentence for a person; says so where there is no record
/// @param isRecorded whether the consumer or the ledger says why
record Cause(String sentence, boolean isRecorded) {

    /// @param reason what the consumer wrote beside the message
    /// @param ledger entries of the objects that it names, by object id
    static Cause of(
            ProductQueue queue,
            Optional<String> reason,
            List<ObjectVersion> objects,
            Map<String, IntakeEntry> ledger) {
        if (reason.isPresent()) {
            return new Cause("%s: %s".formatted(queue.consumer(), reason.get()), true);
        }
        if (objects.isEmpty()) {
            return new Cause(
                    "It names no object, so there is no record of why it failed; sent again, it would fail again.",
                    false);
        }
        return objects.stream()
                .map(object -> Optional.ofNullable(ledger.get(object.objectId())))
                .flatMap(Optional::stream)
                .findFirst()
                .map(entry -> of(queue, entry.state()))
                .orElseGet(() ->
                        new Cause(
                                "The intake ledger has no record of this object. The log of %s tells more."
                                        .formatted(queue.consumer()),
                                false));
    }

    private static Cause of(ProductQueue queue, IntakeState state) {
        return switch (state) {
            case IntakeState.Rejected(var reason, _) ->
                    new Cause("The object was rejected: %s".formatted(reason), true);
            case IntakeState.Dismissed(var reason, _) ->
                    new Cause("The object was dismissed: %s".formatted(reason), true);
            case IntakeState.Submitted _ ->
                    new Cause(
                            "The object is kept; this message came once more and was not finished. Sent again, it changes nothing.",
                            true);
            case IntakeState.Waiting(long recipeId) ->
                    new Cause(
                            "The object waits for recipe %d; this message came once more and was not finished."
                                    .formatted(recipeId),
                            true);
            case IntakeState.Queued() ->
                    new Cause(
                            "No attempt came to a decision: each time something did not answer, or %s died at it. More is not on record; its log tells more."
                                    .formatted(queue.consumer()),
                            false);
        };
    }
}
