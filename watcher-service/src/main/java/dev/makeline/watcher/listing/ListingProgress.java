package dev.makeline.watcher.listing;

import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What the passes so far have reached; kept in the lease's row, so that a killed watcher or
/// another one goes on from it.
///
/// @param unfinished the pass to go on with
/// @param coveredUntil by the store's clock: the start of the last completed pass
/// @param completedAt by the watcher's clock: the end of the last completed pass
/// @param fullCompletedAt by the watcher's clock: the end of the last completed full pass
record ListingProgress(
        Optional<ListingPass> unfinished,
        Optional<Instant> coveredUntil,
        Optional<Instant> completedAt,
        Optional<Instant> fullCompletedAt) {

    private static final String KIND = "passKind";
    private static final String SINCE = "passSince";
    private static final String STARTED_AT = "passStartedAt";
    private static final String KEY = "passKey";
    private static final String VERSION_ID = "passVersionId";
    private static final String COVERED_UNTIL = "coveredUntil";
    private static final String COMPLETED_AT = "completedAt";
    private static final String FULL_COMPLETED_AT = "fullCompletedAt";

    static final ListingProgress NONE = of(Map.of());

    ListingProgress with(ListingPass pass) {
        return new ListingProgress(Optional.of(pass), coveredUntil, completedAt, fullCompletedAt);
    }

    /// @param startedAt the pass's own, by the store's clock
    ListingProgress completed(ListingPass pass, Instant startedAt, Instant now) {
        return new ListingProgress(
                Optional.empty(),
                Optional.of(startedAt),
                Optional.of(now),
                pass.kind() == PassKind.FULL ? Optional.of(now) : fullCompletedAt);
    }

    static ListingProgress of(Map<String, AttributeValue> notes) {
        return new ListingProgress(
                optionalText(notes, KIND).map(kind -> pass(PassKind.valueOf(kind), notes)),
                instant(notes, COVERED_UNTIL),
                instant(notes, COMPLETED_AT),
                instant(notes, FULL_COMPLETED_AT));
    }

    Map<String, AttributeValue> toNotes() {
        Map<String, AttributeValue> notes = new HashMap<>();
        unfinished.ifPresent(pass -> put(notes, pass));
        put(notes, COVERED_UNTIL, coveredUntil);
        put(notes, COMPLETED_AT, completedAt);
        put(notes, FULL_COMPLETED_AT, fullCompletedAt);
        return notes;
    }

    private static void put(Map<String, AttributeValue> notes, ListingPass pass) {
        notes.put(KIND, text(pass.kind().name()));
        notes.put(KEY, text(pass.position().key()));
        pass.position().versionId().ifPresent(id -> notes.put(VERSION_ID, text(id)));
        put(notes, SINCE, pass.since());
        put(notes, STARTED_AT, pass.startedAt());
    }

    private static void put(
            Map<String, AttributeValue> notes, String name, Optional<Instant> instant) {
        instant.ifPresent(at -> notes.put(name, text(at.toString())));
    }

    private static ListingPass pass(PassKind kind, Map<String, AttributeValue> notes) {
        return new ListingPass(
                kind,
                instant(notes, SINCE),
                instant(notes, STARTED_AT),
                new Position(optionalText(notes, KEY).orElse(""), optionalText(notes, VERSION_ID)));
    }

    private static Optional<Instant> instant(Map<String, AttributeValue> notes, String name) {
        return optionalText(notes, name).map(Instant::parse);
    }
}
