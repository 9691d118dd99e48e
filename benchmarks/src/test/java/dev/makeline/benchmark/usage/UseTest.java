package dev.makeline.benchmark.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UseTest {

    @Test
    void whatIsUsedAnywayIsNotOfTheMakes() {
        Use use = new Use(Map.of("polls", 10.0, "puts", 4.0, "looks", 1.0));

        Use left = use.less(new Use(Map.of("polls", 3.0, "looks", 2.0)), 2);

        assertThat(left.amounts()).isEqualTo(Map.of("polls", 4.0, "puts", 4.0));
    }

    @Test
    void whatIsPrintedIsReadAgain() {
        Use use = new Use(Map.of("cpu.sender-service", 0.00123456, "requests.all", 1234.5));

        MeasuredUse read =
                MeasuredUse.parse("# a command\n# a day\n# more\n" + use.lines("drained"));

        assertThat(read.source()).isEqualTo("a command a day");
        assertThat(read.of("drained"))
                .isEqualTo(Map.of("cpu.sender-service", 0.00123, "requests.all", 1230.0));
    }

    @Test
    void whatIsKeptInTheProjectHasEveryPhase() {
        MeasuredUse measured = MeasuredUse.standard();

        assertThat(measured.source()).contains("./makeline bench usage", " on 20");
        for (String phase : new String[] {"drained", "steady", "idle", "job", "idle-jobs"}) {
            assertThat(measured.of(phase)).as(phase).isNotEmpty();
        }
    }
}
