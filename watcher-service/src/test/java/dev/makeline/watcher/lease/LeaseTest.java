package dev.makeline.watcher.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.operations.SteadyClock;
import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.IntakeTable;
import dev.makeline.watcher.IntakeFixture;
import dev.makeline.watcher.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LeaseTest {

    private static final String ROW = "watcher#test";
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Map<String, AttributeValue> NOTES =
            Map.of("position", Attributes.text("makes/k"));

    private final IntakeFixture aws = new IntakeFixture();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final SettableClock otherClock =
            new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Lease lease = lease(clock);
    private final Lease other = lease(otherClock);

    @ParameterizedTest
    @ValueSource(strings = {"-PT20M", "PT0S", "PT20M"})
    void aHolderThatKeepsItsLeaseHoldsItWhateverAnotherMachinesClockSays(Duration apart) {
        otherClock.set(apart);
        assertThat(lease.take()).isPresent();

        for (int turn = 0; turn < 10; turn++) {
            pass(TURN);

            assertThat(other.take()).as("turn %d", turn).isEmpty();
            assertThat(lease.keep(NOTES)).as("turn %d", turn).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT20M", "PT20M"})
    void aHolderThatKeepsItsLeaseHoldsItWhileItsOwnClockIsSet(Duration by) {
        lease.take();

        for (int turn = 0; turn < 10; turn++) {
            pass(TURN);
            if (turn == 4) {
                clock.set(by);
            }

            assertThat(lease.keep(NOTES)).isTrue();
            assertThat(other.take()).as("turn %d", turn).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT20M", "PT20M"})
    void aClockThatIsSetWhileAnotherWaitsStealsNothing(Duration by) {
        lease.take();
        assertThat(other.take()).isEmpty();

        otherClock.set(by);

        pass(LENGTH.minusMillis(1));
        assertThat(other.take()).isEmpty();
        assertThat(lease.keep(NOTES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT20M", "PT0S", "PT20M"})
    void aHolderThatIsSilentForTheLeasesLengthLosesItWhateverItsClockSaid(Duration apart) {
        clock.set(apart);
        lease.take();
        lease.keep(NOTES);
        assertThat(other.take()).isEmpty();

        pass(LENGTH);

        assertThat(other.take())
                .hasValueSatisfying(notes -> assertThat(notes).containsAllEntriesOf(NOTES));
        assertThat(lease.keep(Map.of())).isFalse();
        assertThat(other.keep(NOTES)).isTrue();
    }

    @Test
    void renewalsLookDifferentAlsoWhereTheHoldersClockStandsStill() {
        lease.take();
        assertThat(other.take()).isEmpty();

        otherClock.advance(LENGTH);
        lease.keep(NOTES);

        assertThat(other.take()).isEmpty();
    }

    @Test
    void ofManyThatSeeASilentHolderOneWins() {
        lease.take();
        List<Lease> waiting = IntStream.range(0, 16).mapToObj(_ -> lease(otherClock)).toList();
        waiting.forEach(one -> assertThat(one.take()).isEmpty());
        pass(LENGTH);

        List<Boolean> taken =
                waiting.parallelStream().map(Lease::take).map(Optional::isPresent).toList();

        assertThat(taken).containsOnlyOnce(true);
    }

    @Test
    void aReleasedLeaseIsTakenAtOnceWithItsNotes() {
        lease.take();
        assertThat(other.take()).isEmpty();

        lease.release(NOTES);

        assertThat(other.take())
                .hasValueSatisfying(notes -> assertThat(notes).containsAllEntriesOf(NOTES));
        assertThat(lease.take()).isEmpty();
    }

    @Test
    void aHolderMayTakeWhatItHolds() {
        lease.take();

        assertThat(lease.take()).isPresent();
    }

    @Test
    void whatAnEarlierVersionWroteIsHeldAndThenTaken() {
        aws.dynamoDb.putItem(put ->
                put.tableName(IntakeTable.NAME)
                        .item(
                                Map.of(
                                        IntakeTable.OBJECT_ID,
                                        Attributes.text(ROW),
                                        "heldBy",
                                        Attributes.text("a watcher of version N"),
                                        "heldUntilMillis",
                                        Attributes.number(
                                                clock.instant().plus(LENGTH).toEpochMilli()))));

        assertThat(lease.take()).isEmpty();
        pass(LENGTH);
        assertThat(lease.take()).isPresent();
    }

    private void pass(Duration time) {
        clock.advance(time);
        otherClock.advance(time);
    }

    private Lease lease(SettableClock wall) {
        SteadyClock steady = wall.steady();
        return new Lease(aws.dynamoDb, ROW, LENGTH, wall, steady);
    }
}
