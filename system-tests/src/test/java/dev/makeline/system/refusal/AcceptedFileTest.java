package dev.makeline.system.refusal;

import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.system.instance.Documents;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.PutObject;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Input that looks bad and is not.
@ExtendWith(SharedInstances.class)
class AcceptedFileTest {

    @Test
    void aByteOrderMarkIsSkipped(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);

        JsonNode make = kept(makeline, history, "\uFEFF" + make(history));

        assertThat(make.path("recipeName").asText()).isEqualTo("Apple pie");
    }

    @Test
    void unknownFieldsAreKept(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        String document =
                make(history)
                        .replaceFirst("\\{", "{\"oven\": {\"fan\": true}, \"__proto__\": [1.50],");

        JsonNode make = kept(makeline, history, document);

        assertThat(make.path("oven").path("fan").asBoolean()).isTrue();
        assertThat(make.path("__proto__").path(0).asText()).isIn("1.50", "1.5");
    }

    @Test
    void htmlIsKeptAsTextAndNeverServedAsHtml(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        String html = "<script>alert(1)</script><b>pie</b>";

        JsonNode make = kept(makeline, history, make(history).replace("Apple pie", html));

        assertThat(make.path("recipeName").asText()).isEqualTo(html);
    }

    @Test
    void textOfEveryScriptComesBackAsItWas(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        String name = "りんごパイ 🥧 פשטידה \\u202Egnp";

        JsonNode make = kept(makeline, history, make(history).replace("Apple pie", name));

        assertThat(make.path("recipeName").asText()).isEqualTo("りんごパイ 🥧 פשטידה \u202Egnp");
    }

    @Test
    void aDocumentWithoutAnIdGetsTheSameOneEachTime(Instance makeline) {
        String recipe =
                Documents.recipe(4).replace("\"recipeId\": 4,", "").replace("Apple", "Nameless");

        PutObject first = makeline.bucket().put("recipes/nameless-1.json", recipe);
        PutObject second = makeline.bucket().put("recipes/nameless-2.json", recipe);

        assertThat(makeline.ledger().awaitSubmitted(first, SOON).recipeId())
                .isEqualTo(makeline.ledger().awaitSubmitted(second, SOON).recipeId());
    }

    private static String make(RecordedHistory history) {
        return Documents.make(history.recipeId(), 1);
    }

    private static JsonNode kept(Instance makeline, RecordedHistory history, String document) {
        PutObject put =
                history.putMake("makes/%d/odd.json".formatted(history.recipeId()), document);
        long makeId = makeline.ledger().awaitSubmitted(put, SOON).makeId().orElseThrow();
        var answer =
                makeline.api().get("/v1/recipes/%d/makes/%d".formatted(history.recipeId(), makeId));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        return answer.json();
    }
}
