package dev.makeline.protocol.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.makeline.protocol.ProtocolJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobKindsTest {

    private final JobKindDescription appendText = JobKinds.of(JobKinds.APPEND_TEXT).orElseThrow();

    @Test
    void parametersThatFitTheSchemaHaveNoProblems() throws Exception {
        assertThat(problems("{\"text\":\"salt\"}")).isEmpty();
        assertThat(problems("{\"text\":\"" + "é".repeat(JobKinds.LONGEST_TEXT) + "\"}")).isEmpty();
    }

    @Test
    void whatDoesNotFitIsToldInSentences() throws Exception {
        assertThat(problems("[]")).containsExactly("parameters is a JSON object.");
        assertThat(problems("{}")).containsExactly("The parameter text is missing.");
        assertThat(problems("{\"text\":5}")).containsExactly("The parameter text is a text.");
        assertThat(problems("{\"text\":\"a\",\"size\":5}"))
                .containsExactly(
                        "This kind of job takes other parameters: /v1/job-kinds lists them.");
        assertThat(problems("{\"text\":\"\"}"))
                .containsExactly("The parameter text has from 1 to 65536 characters, not 0.");
        assertThat(problems("{\"text\":\"" + "a".repeat(1 << 20) + "\"}"))
                .containsExactly("The parameter text has from 1 to 65536 characters, not 1048576.");
    }

    private List<String> problems(String parameters) throws JsonProcessingException {
        return appendText.problems(ProtocolJson.mapper().readTree(parameters));
    }
}
