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

    @Test
    void numbersChoicesAndTheOneOfTwoAreChecked() throws Exception {
        assertThat(problems("scale-recipe", "{\"servings\":6}")).isEmpty();
        assertThat(problems("scale-recipe", "{\"factor\":0.5}")).isEmpty();
        assertThat(problems("scale-recipe", "{}"))
                .containsExactly("Exactly one of the parameters servings and factor is given.");
        assertThat(problems("scale-recipe", "{\"factor\":2,\"servings\":6}"))
                .containsExactly("Exactly one of the parameters servings and factor is given.");
        assertThat(problems("scale-recipe", "{\"factor\":1e999999999}"))
                .containsExactly("The parameter factor is a number from 0.001 to 1000.");
        assertThat(problems("scale-recipe", "{\"factor\":\"2\"}"))
                .containsExactly("The parameter factor is a number from 0.001 to 1000.");
        assertThat(problems("import-recipes", "{}")).isEmpty();
        assertThat(problems("import-recipes", "{\"as\":\"makes\"}")).isEmpty();
        assertThat(problems("import-recipes", "{\"as\":\"cakes\"}"))
                .containsExactly("The parameter as is one of: recipes, makes.");
        assertThat(problems("make-report", "{\"recipeId\":7.5}"))
                .containsExactly(
                        "The parameter recipeId is a whole number from 0 to 9007199254740991.");
        assertThat(problems("make-report", "{\"recipeId\":-1}")).hasSize(1);
    }

    @Test
    void onlyAReportTakesNoFile() {
        assertThat(JobKinds.all())
                .filteredOn(kind -> !kind.takesFile())
                .extracting(JobKindDescription::name)
                .containsExactly(JobKinds.MAKE_REPORT);
    }

    private static List<String> problems(String kind, String parameters)
            throws JsonProcessingException {
        return JobKinds.of(kind).orElseThrow().problems(ProtocolJson.mapper().readTree(parameters));
    }

    private List<String> problems(String parameters) throws JsonProcessingException {
        return appendText.problems(ProtocolJson.mapper().readTree(parameters));
    }
}
