package dev.makeline.sender.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.sender.gate.GateState.Closed;
import dev.makeline.sender.gate.GateState.Open;
import dev.makeline.sender.gate.GateState.Probing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final double NO_JITTER = 1;

    private final GateRules rules =
            new GateRules(3, Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(30));

    @Test
    void opensAtTheThirdFailureInARow() {
        GateState one = failed(GateState.closed());
        GateState two = failed(one);
        GateState three = failed(two);

        assertThat(one).isEqualTo(new Closed(1));
        assertThat(two).isEqualTo(new Closed(2));
        assertThat(three).isEqualTo(new Open(1, NOW.plusSeconds(1)));
    }

    @Test
    void anAnswerBetweenFailuresStartsTheCountAgain() {
        GateState state = failed(failed(GateState.closed()));

        assertThat(rules.answered()).isEqualTo(new Closed(0));
        assertThat(failed(rules.answered())).isEqualTo(new Closed(1));
        assertThat(state).isEqualTo(new Closed(2));
    }

    @Test
    void letsOneProbeOutWhenThePauseIsOver() {
        GateState open = new Open(1, NOW);

        assertThat(rules.probe(open, NOW.minusMillis(1))).isEmpty();
        assertThat(rules.probe(open, NOW)).contains(new Probing(1));
        assertThat(rules.probe(new Probing(1), NOW)).isEmpty();
    }

    @Test
    void pausesDoubleWithEachProbeThatFailsUpToTheLongest() {
        assertThat(probeFailed(1)).isEqualTo(new Open(2, NOW.plusSeconds(2)));
        assertThat(probeFailed(2)).isEqualTo(new Open(3, NOW.plusSeconds(4)));
        assertThat(probeFailed(30)).isEqualTo(new Open(31, NOW.plusSeconds(4)));
        assertThat(probeFailed(1_000_000)).isEqualTo(new Open(1_000_001, NOW.plusSeconds(4)));
    }

    @Test
    void jitterTakesUpToHalfOfThePause() {
        assertThat(rules.failed(new Probing(2), true, NOW, Optional.empty(), 0))
                .isEqualTo(new Open(3, NOW.plusSeconds(2)));
    }

    @Test
    void aRetryAfterIsBelievedUpToItsLimit() {
        assertThat(probeFailed(1, Duration.ofSeconds(10)))
                .isEqualTo(new Open(2, NOW.plusSeconds(10)));
        assertThat(probeFailed(1, Duration.ofHours(10)))
                .isEqualTo(new Open(2, NOW.plusSeconds(30)));
    }

    @Test
    void lateFailuresOfCallsFromBeforeChangeNothing() {
        GateState open = new Open(2, NOW.plusSeconds(1));

        assertThat(failed(open)).isEqualTo(open);
        assertThat(failed(new Probing(2))).isEqualTo(new Probing(2));
    }

    @Test
    void oneMinuteOfOutageCostsSixteenSessionsAtMostFiftyCalls() {
        int calls = 3 + 16;
        Instant at = NOW;
        GateState state = new Open(1, NOW);
        while (at.isBefore(NOW.plusSeconds(60))) {
            GateState probing = rules.probe(state, at).orElseThrow();
            calls++;
            state = rules.failed(probing, true, at, Optional.empty(), 0);
            at = ((Open) state).until();
        }

        assertThat(calls).isLessThanOrEqualTo(50);
    }

    private GateState failed(GateState state) {
        return rules.failed(state, false, NOW, Optional.empty(), NO_JITTER);
    }

    private GateState probeFailed(int openings) {
        return rules.failed(new Probing(openings), true, NOW, Optional.empty(), NO_JITTER);
    }

    private GateState probeFailed(int openings, Duration retryAfter) {
        return rules.failed(new Probing(openings), true, NOW, Optional.of(retryAfter), NO_JITTER);
    }
}
