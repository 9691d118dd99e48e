package dev.makeline.watcher.listing;

import java.time.Duration;
import java.time.Instant;

/// What the listing does next; a pure decision.
sealed interface ListingPlan {

    record Wait(Duration pause) implements ListingPlan {}

    record Go(ListingPass pass) implements ListingPlan {}

    /// @param atStart what this watcher found when it started: a full pass is due when none was
    ///   completed since, for what happened while no watcher ran is unknown
    static ListingPlan next(
            ListingProgress progress, ListingPace pace, ListingProgress atStart, Instant now) {
        if (isFullPassDue(progress, pace, atStart, now)) {
            return new Go(
                    progress.unfinished()
                            .filter(pass -> pass.kind() == PassKind.FULL)
                            .orElseGet(ListingPass::full));
        }
        Duration left =
                pace.interval()
                        .minus(progress.completedAt().map(at -> apart(at, now)).orElseThrow());
        return progress.unfinished()
                .<ListingPlan>map(Go::new)
                .orElseGet(() -> left.isPositive() ? new Wait(left) : recent(progress, pace));
    }

    private static ListingPlan recent(ListingProgress progress, ListingPace pace) {
        return new Go(
                progress.coveredUntil()
                        .map(until -> ListingPass.since(until.minus(pace.margin())))
                        .orElseGet(ListingPass::full));
    }

    private static boolean isFullPassDue(
            ListingProgress progress, ListingPace pace, ListingProgress atStart, Instant now) {
        return progress.fullCompletedAt()
                .map(at ->
                        apart(at, now).compareTo(pace.fullPassInterval()) >= 0
                                || progress.fullCompletedAt().equals(atStart.fullCompletedAt()))
                .orElse(true);
    }

    /// Absolute, so that a clock that was set back does not put passes off for as long.
    private static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }
}
