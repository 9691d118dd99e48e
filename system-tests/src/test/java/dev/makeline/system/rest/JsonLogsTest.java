package dev.makeline.system.rest;

import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.ProgramProcess;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstances.class)
class JsonLogsTest {

    @Test
    void everyLineInAContainerIsOneJsonObjectAndThoseOfOneFileShareItsTrace(Instance makeline) {
        ProgramProcess sender = makeline.another(Program.SENDER);
        sender.start(Map.of("MAKELINE_LOG_FORMAT", "json"));
        var history = RecordedHistory.ofKnownRecipe(makeline);

        await("the second sender has sent something")
                .atMost(SOON)
                .until(() -> {
                    history.putMakes(5);
                    return sender.logLines().stream().anyMatch(line -> line.contains("objectKey"));
                });

        history.assertEachBecomesOneMake(SOON);
        List<Map<String, Object>> lines =
                sender.logLines().stream().map(JsonLogsTest::parsed).toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsKeys("level", "formattedMessage"));
        assertThat(lines.stream().filter(line -> line.toString().contains("objectKey=")))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(String.valueOf(line.get("mdc")))
                                .matches("\\{.*traceId=[0-9a-f]{32}.*}"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parsed(String line) {
        try {
            return ProtocolJson.read(line, Map.class);
        } catch (MalformedMessageException e) {
            throw new AssertionError(line, e);
        }
    }
}
