package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecipeFileTest {

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final Api sender = server.sender();
    private final long recipeId = RunningServer.newRecipeId();
    private final String path = "/v1/recipes/" + recipeId;

    @Test
    void recipeFileBecomesARevisionOnce() {
        Submitted object = Submitted.recipe(Documents.pie(recipeId));
        JsonNode first = submit(object);
        JsonNode sameElsewhere = submit(Submitted.recipe(Documents.pie(recipeId)));
        api.put("/v1/recipes", Documents.pieWithPears(recipeId));

        JsonNode again = submit(object);

        assertThat(first.path("outcome").textValue()).isEqualTo("accepted");
        assertThat(sameElsewhere.path("outcome").textValue()).isEqualTo("accepted");
        assertThat(sameElsewhere.path("revision").intValue()).isEqualTo(1);
        assertThat(again.path("outcome").textValue()).isEqualTo("duplicate");
        assertThat(again.path("revision").intValue()).isEqualTo(1);
        assertThat(api.get(path).header("ETag")).contains("\"2\"");
    }

    @Test
    void olderVersionOfARecipeFileDoesNotReplaceANewerOne() {
        Submitted old = Submitted.recipe(Documents.pie(recipeId));
        Instant later = old.lastModified().plus(Duration.ofSeconds(1));
        Submitted newer = old.overwritten(later, "01", Documents.pieWithPears(recipeId));
        Submitted newest =
                newer.overwritten(later, "0a1", Documents.pie(recipeId).replace("apples", "plums"));
        submit(newest);

        JsonNode sameSecond = submit(newer);
        JsonNode secondBefore = submit(old);

        assertThat(List.of(sameSecond, secondBefore))
                .allSatisfy(outcome -> {
                    assertThat(outcome.path("outcome").textValue()).isEqualTo("rejected");
                    assertThat(outcome.path("reason").textValue())
                            .isEqualTo("A newer version of this file was already taken.");
                });
        assertThat(api.get(path).body()).contains("plums");
        assertThat(api.get(path).header("ETag")).contains("\"1\"");
    }

    @Test
    void recipeFileThatIsPutBackWithinOneSecondIsTheRecipeAgain() {
        Submitted first = Submitted.recipe(Documents.pie(recipeId));
        Submitted other =
                first.overwritten(first.lastModified(), "0b", Documents.pieWithPears(recipeId));
        Submitted back = first.toldBy(Optional.of("0c"));

        List<JsonNode> outcomes =
                Stream.of(first, other, back, first, other, back, first.toldBy(Optional.empty()))
                        .map(this::submit)
                        .toList();

        assertThat(outcomes)
                .extracting(outcome -> outcome.path("outcome").textValue())
                .containsExactly(
                        "accepted",
                        "accepted",
                        "accepted",
                        "duplicate",
                        "duplicate",
                        "duplicate",
                        "duplicate");
        assertThat(outcomes)
                .extracting(outcome -> outcome.path("revision").intValue())
                .containsExactly(1, 2, 3, 1, 2, 3, 3);
        assertThat(api.get(path).body()).contains("apples");
        assertThat(api.get(path).header("ETag")).contains("\"3\"");
    }

    @Test
    void recipeFileThatAListingToldFirstIsADuplicateWhenItsEventComesLate() {
        Submitted told = Submitted.recipe(Documents.pie(recipeId));
        submit(told.toldBy(Optional.empty()));
        submit(told.overwritten(told.lastModified(), "0b", Documents.pieWithPears(recipeId)));

        JsonNode late = submit(told);

        assertThat(late.path("outcome").textValue()).isEqualTo("duplicate");
        assertThat(api.get(path).body()).contains("pears");
    }

    @Test
    void newerVersionsInTheirOrderAreRevisions() {
        Submitted old = Submitted.recipe(Documents.pie(recipeId));
        submit(old);

        JsonNode newer =
                submit(
                        old.overwritten(
                                old.lastModified(), "0a1", Documents.pieWithPears(recipeId)));

        assertThat(newer.path("revision").intValue()).isEqualTo(2);
    }

    private JsonNode submit(Submitted object) {
        Api.Answer answer = sender.post("/v1/intake/submissions", object.json());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
