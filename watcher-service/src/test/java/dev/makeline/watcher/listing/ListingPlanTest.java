package dev.makeline.watcher.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.ObjectVersion;
import dev.makeline.watcher.intake.FoundObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingPlanTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final ListingPace PACE =
            new ListingPace(
                    Duration.ofSeconds(60), GRACE, Duration.ofMinutes(10), Duration.ofHours(24));
    private static final ListingProgress AT_START = completedAt(NOON.minus(Duration.ofHours(1)));

    @Test
    void theFirstPassOfABucketLooksEverythingUp() {
        ListingPlan plan = ListingPlan.next(ListingProgress.NONE, PACE, ListingProgress.NONE, NOON);

        assertThat(plan).isEqualTo(new ListingPlan.Go(ListingPass.full()));
    }

    @Test
    void theNextPassLooksUpWhatIsNewerThanTheLastOnesStartLessTheMargin() {
        ListingProgress progress = completedAt(NOON);

        ListingPlan plan = ListingPlan.next(progress, PACE, AT_START, NOON.plusSeconds(60));

        Instant since = NOON.minusSeconds(5).minus(PACE.margin());
        assertThat(plan).isEqualTo(new ListingPlan.Go(ListingPass.since(since)));
    }

    @Test
    void betweenPassesItWaitsForTheRestOfTheInterval() {
        ListingPlan plan =
                ListingPlan.next(completedAt(NOON), PACE, AT_START, NOON.plusSeconds(45));

        assertThat(plan).isEqualTo(new ListingPlan.Wait(Duration.ofSeconds(15)));
    }

    @Test
    void aFullPassIsDueAfterItsInterval() {
        ListingPlan plan =
                ListingPlan.next(
                        completedAt(NOON), PACE, AT_START, NOON.plus(Duration.ofHours(24)));

        assertThat(plan).isEqualTo(new ListingPlan.Go(ListingPass.full()));
    }

    @Test
    void theFirstPassOfAWatcherIsAFullOne() {
        ListingProgress found = completedAt(NOON);

        ListingPlan first = ListingPlan.next(found, PACE, found, NOON.plusSeconds(1));
        ListingPlan afterIt =
                ListingPlan.next(
                        completedAt(NOON.plusSeconds(9)), PACE, found, NOON.plusSeconds(10));

        assertThat(first).isEqualTo(new ListingPlan.Go(ListingPass.full()));
        assertThat(afterIt).isInstanceOf(ListingPlan.Wait.class);
    }

    @Test
    void anUnfinishedPassIsGoneOnWithAtOnce() {
        ListingPass unfinished = at("makes/k", ListingPass.since(NOON));
        ListingProgress progress = completedAt(NOON).with(unfinished);

        ListingPlan plan = ListingPlan.next(progress, PACE, AT_START, NOON.plusSeconds(1));

        assertThat(plan).isEqualTo(new ListingPlan.Go(unfinished));
    }

    @Test
    void aFullPassThatIsDueReplacesAnUnfinishedRecentOneButNotAFullOne() {
        Instant nextDay = NOON.plus(Duration.ofHours(25));
        ListingPass recent = at("makes/k", ListingPass.since(NOON));
        ListingPass full = at("makes/k", ListingPass.full());

        ListingPlan insteadOfRecent =
                ListingPlan.next(completedAt(NOON).with(recent), PACE, AT_START, nextDay);
        ListingPlan onWithFull =
                ListingPlan.next(completedAt(NOON).with(full), PACE, AT_START, nextDay);

        assertThat(insteadOfRecent).isEqualTo(new ListingPlan.Go(ListingPass.full()));
        assertThat(onWithFull).isEqualTo(new ListingPlan.Go(full));
    }

    @Test
    void aClockThatWasSetBackPutsNoPassOff() {
        ListingPlan plan =
                ListingPlan.next(
                        completedAt(NOON), PACE, AT_START, NOON.minus(Duration.ofMinutes(20)));

        assertThat(plan).isInstanceOf(ListingPlan.Go.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT20M", "PT20M"})
    void aClockThatWasSetAfterTheStartAsksForNoFurtherFullPass(Duration by) {
        ListingProgress found = completedAt(NOON);
        Instant end = NOON.plusSeconds(9).plus(by);

        ListingPlan next = ListingPlan.next(completedAt(end), PACE, found, end.plusSeconds(60));

        assertThat(next)
                .isInstanceOfSatisfying(
                        ListingPlan.Go.class,
                        go -> assertThat(go.pass().kind()).isEqualTo(PassKind.RECENT));
    }

    @Test
    void progressSurvivesItsRow() {
        ListingProgress progress =
                completedAt(NOON)
                        .with(
                                new ListingPass(
                                        PassKind.RECENT,
                                        Optional.of(NOON),
                                        Optional.of(NOON.plusMillis(5)),
                                        new Position("makes/🥐.json", Optional.of("v1"))));

        ListingProgress read = ListingProgress.of(progress.toNotes());

        assertThat(read).isEqualTo(progress);
        assertThat(ListingProgress.of(ListingProgress.NONE.toNotes()))
                .isEqualTo(ListingProgress.NONE);
    }

    @Test
    void aRecentPassSkipsWhatIsOlderThanItsReach() {
        ListingPass pass = ListingPass.since(NOON);

        assertThat(pass.looksUp(modified(NOON.minusSeconds(1)), NOON.plusSeconds(60), GRACE))
                .isFalse();
        assertThat(pass.looksUp(modified(NOON), NOON.plusSeconds(60), GRACE)).isTrue();
        assertThat(ListingPass.full().looksUp(modified(Instant.EPOCH), NOON.plusSeconds(60), GRACE))
                .isTrue();
    }

    @Test
    void anObjectWithinTheGracePeriodIsLeftToItsEvent() {
        ListingPass pass = ListingPass.full();
        ListedObject listed = modified(NOON);

        assertThat(pass.looksUp(listed, NOON.plusSeconds(9), GRACE)).isFalse();
        assertThat(pass.looksUp(listed, NOON.plusSeconds(10), GRACE)).isTrue();
        assertThat(pass.looksUp(listed, NOON.minusSeconds(1), Duration.ZERO)).isTrue();
    }

    private static ListingProgress completedAt(Instant end) {
        return ListingProgress.NONE.completed(ListingPass.full(), end.minusSeconds(5), end);
    }

    private static ListingPass at(String key, ListingPass pass) {
        return new ListingPass(
                pass.kind(), pass.since(), Optional.of(NOON), new Position(key, Optional.empty()));
    }

    private static ListedObject modified(Instant lastModified) {
        return new ListedObject(
                new FoundObject(
                        new ObjectVersion("b", "makes/pie.json", Optional.empty(), "e"),
                        1,
                        Optional.empty()),
                lastModified);
    }
}
