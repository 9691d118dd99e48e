package dev.makeline.system.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.system.instance.Answer;
import dev.makeline.system.instance.Documents;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(SharedInstances.class)
class RefusedRequestTest {

    @ParameterizedTest
    @MethodSource
    void isAnsweredWithAProblemThatSaysWhatIsWrong(BadDocument bad, Instance makeline) {
        Answer answer = makeline.api().post("/v1/recipes", bad.bytes());

        assertProblem(answer, bad);
    }

    static Stream<BadDocument> isAnsweredWithAProblemThatSaysWhatIsWrong() {
        return BadDocument.all();
    }

    @Test
    void makesArePickyInTheSameWay(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);

        Answer answer =
                makeline.api()
                        .post(
                                "/v1/recipes/%d/makes".formatted(history.recipeId()),
                                Documents.make(history.recipeId(), 1)
                                        .replace("\"quantity\": 1,", "\"quantity\": -1,"));

        assertProblem(answer, "a negative quantity");
        assertThat(makeline.api().makeIds(history.recipeId())).isEmpty();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "/v1/recipes/x",
                "/v1/recipes/-1",
                "/v1/recipes/9007199254740992",
                "/v1/recipes/99999999999999999999999",
                "/v1/recipes/4%00",
                "/v1/recipes/%2e%2e",
                "/v1/recipes?limit=0",
                "/v1/recipes?limit=x",
                "/v1/recipes?cursor=%F0%9F%A5%A7",
                "/v1/intake?state=lost",
                "/v1/nothing"
            })
    void aPathThatMakesNoSenseIsAProblemToo(String path, Instance makeline) {
        Answer answer = makeline.api().get(path);

        assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
        assertIsProblemJson(answer);
    }

    private static void assertProblem(Answer answer, Object about) {
        assertThat(answer.status()).as("%s: %s", about, answer).isIn(400, 413);
        assertIsProblemJson(answer);
        Sentence.assertReadable(answer.json().path("detail").asText(), about);
    }

    private static void assertIsProblemJson(Answer answer) {
        assertThat(answer.header("Content-Type"))
                .as("%s", answer)
                .startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.json().path("type").asText()).isNotBlank();
        assertThat(answer.body())
                .doesNotContain("Exception", "dev.makeline", "java.", "\tat ", "io.micronaut");
    }
}
