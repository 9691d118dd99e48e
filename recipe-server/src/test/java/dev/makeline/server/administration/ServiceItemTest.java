package dev.makeline.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServiceItemTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration SILENT = Duration.ofSeconds(45);

    private static ServiceItem of(Heartbeat... heartbeats) {
        List<ServiceInstance> instances =
                Stream.of(heartbeats).map(one -> ServiceInstance.of(one, NOW, SILENT)).toList();
        return ServiceItem.of("sender-service", "Sends", instances);
    }

    private static Heartbeat seen(int secondsAgo, Optional<String> trouble) {
        return new Heartbeat(
                "sender-service", "1", "1", NOW, NOW.minusSeconds(secondsAgo), trouble);
    }

    @Test
    void serviceThatNobodyHeardOfIsAbsent() {
        assertThat(of().state()).isEqualTo("absent");
        assertThat(of().detail()).isPresent();
    }

    @Test
    void threeSignsOfLifeMayFailToCome() {
        assertThat(of(seen(45, Optional.empty())).state()).isEqualTo("up");
        assertThat(of(seen(46, Optional.empty())).state()).isEqualTo("silent");
        assertThat(of(seen(46, Optional.empty())).detail()).contains("Not seen for 46 s.");
        assertThat(of(seen(180, Optional.empty())).detail()).contains("Not seen for 3 minutes.");
    }

    @Test
    void clockThatIsAheadIsNoTrouble() {
        assertThat(of(seen(-20, Optional.empty())).state()).isEqualTo("up");
    }

    @Test
    void serviceIsDegradedWhenOneOfThoseThatRunIs() {
        ServiceItem service =
                of(
                        seen(1, Optional.empty()),
                        seen(2, Optional.of("It does not reach sqs.")),
                        seen(300, Optional.empty()));

        assertThat(service.state()).isEqualTo("degraded");
        assertThat(service.detail()).contains("It does not reach sqs.");
    }
}
