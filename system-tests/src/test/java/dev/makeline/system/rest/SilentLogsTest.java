package dev.makeline.system.rest;

import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.system.instance.Documents;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.PutObject;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstances.class)
class SilentLogsTest {

    private static final String CANARY = "canary-in-the-pie";

    @Test
    void noTokenAndNoContentOfADocumentOrMessageIsInAnyLog(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        String wrongToken = AccessToken.newSecret();
        String good = Documents.make(history.recipeId(), 1).replace("Apple pie", CANARY);
        PutObject bad =
                makeline.bucket()
                        .put(
                                "makes/%d/cut.json".formatted(history.recipeId()),
                                good.substring(0, 200));
        PutObject wrong =
                makeline.bucket()
                        .put(
                                "makes/%d/wrong.json".formatted(history.recipeId()),
                                good.replace(
                                        "\"quantity\": 1,", "\"quantity\": \"" + CANARY + "\","));

        history.putMake("makes/%d/good.json".formatted(history.recipeId()), good);
        makeline.ledger().awaitRejected(bad, SOON);
        makeline.ledger().awaitRejected(wrong, SOON);
        makeline.api().post("/v1/recipes", good.substring(0, 200));
        makeline.api().post("/v1/recipes/%d/makes".formatted(history.recipeId()), good);
        makeline.api().withToken(wrongToken).get("/v1/recipes");
        makeline.api().get("/v1/recipes?token=" + wrongToken + "&note=" + CANARY);
        List<String> nonsense =
                List.of(
                        CANARY,
                        "{\"" + CANARY + "\": 1}",
                        "{\"schemaVersion\": \"" + CANARY + "\"}");
        for (String message : nonsense) {
            makeline.queues().sendRaw(ResourceNames.UPLOAD_JOBS_QUEUE, message);
            makeline.queues().sendRaw(ResourceNames.S3_EVENTS_QUEUE, message);
        }
        await("the messages are dead-lettered")
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(makeline.queues().deadLetters())
                                .isGreaterThanOrEqualTo(nonsense.size()));
        history.assertEachOfItsMakesIsKept(SOON);

        List<String> lines = makeline.logLines();
        for (String secret :
                List.of(
                        makeline.tokens().operator(),
                        makeline.tokens().service(),
                        AccessToken.hash(makeline.tokens().service()),
                        wrongToken,
                        CANARY)) {
            assertThat(lines).noneMatch(line -> line.contains(secret));
        }
    }
}
