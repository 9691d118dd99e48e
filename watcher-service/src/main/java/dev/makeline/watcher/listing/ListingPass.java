package dev.makeline.watcher.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One pass through the bucket and how far it has come.
///
/// @param since older objects are not looked up; empty for a full pass
/// @param startedAt by the store's clock, when its first page was answered; empty before that
record ListingPass(
        PassKind kind, Optional<Instant> since, Optional<Instant> startedAt, Position position) {

    static ListingPass full() {
        return new ListingPass(PassKind.FULL, Optional.empty(), Optional.empty(), Position.START);
    }

    static ListingPass since(Instant instant) {
        return new ListingPass(
                PassKind.RECENT, Optional.of(instant), Optional.empty(), Position.START);
    }

    /// Whether the object is to be looked up: not older than this pass is for, and old enough that
    /// its event has had its time.
    boolean looksUp(ListedObject listed, Instant answeredAt, Duration grace) {
        boolean recent = since.map(since -> !listed.lastModified().isBefore(since)).orElse(true);
        boolean ripe = grace.isZero() || !listed.lastModified().isAfter(answeredAt.minus(grace));
        return recent && ripe && !listed.object().isFolderMarker();
    }

    /// Where the pass stands once the page is done and another follows.
    ListingPass after(ListingPage page, Position next) {
        return new ListingPass(
                kind, since, startedAt.or(() -> Optional.of(page.answeredAt())), next);
    }
}
