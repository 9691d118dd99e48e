package dev.makeline.system.intake;

import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.PutObject;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstances.class)
class TraceTest {

    @Test
    void oneTraceIdLeadsThroughTheLogsOfEveryService(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        PutObject put = history.putMake();
        makeline.ledger().awaitSubmitted(put, SOON);

        String traceId = makeline.ledger().find(put).orElseThrow().job().traceparent().traceId();

        for (Program service : Program.SERVICES) {
            await("%s tells the trace id".formatted(service))
                    .untilAsserted(() ->
                            assertThat(makeline.program(service).logLines())
                                    .anyMatch(line -> line.contains(traceId)));
        }
    }
}
