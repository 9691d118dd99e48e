package dev.makeline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeartbeatLoopTest {

    @Test
    void troubleIsWhatIsNotReached() {
        assertThat(HeartbeatLoop.trouble(Map.of("s3", true, "sqs", true))).isEmpty();
        assertThat(HeartbeatLoop.trouble(Map.of("sqs", false, "s3", true, "dynamodb", false)))
                .contains("It does not reach dynamodb, sqs.");
    }

    @Test
    void thatTroubleIsOverIsToldSoon() {
        Duration interval = Duration.ofSeconds(15);

        assertThat(HeartbeatLoop.pause(Optional.empty(), interval)).isEqualTo(interval);
        assertThat(HeartbeatLoop.pause(Optional.of("It does not reach s3."), interval))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(HeartbeatLoop.pause(Optional.of("The same."), Duration.ofMillis(100)))
                .isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(Version.OF_BUILD).matches("[0-9]+\\..*");
    }

    @Test
    void eachStartIsAnotherInstance() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            ids.add(InstanceId.next());
        }

        assertThat(ids).hasSize(100).allMatch(id -> id.matches("[A-Za-z0-9.-]+"));
    }
}
