package dev.makeline.system.refusal;

import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.IntakeState;
import dev.makeline.system.instance.Documents;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.PutObject;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(SharedInstances.class)
class RefusedFileTest {

    /// The one that bad makes name, so that nothing else is wrong with them.
    @BeforeAll
    static void theirRecipeIsKnown(Instance makeline) {
        makeline.ledger()
                .awaitSubmitted(makeline.bucket().put("recipes/4.json", Documents.recipe(4)), SOON);
    }

    @AfterEach
    void everyServiceIsAlive(Instance makeline) {
        assertThat(Program.SERVICES)
                .allSatisfy(service -> assertThat(makeline.program(service).isAlive()).isTrue());
    }

    @ParameterizedTest
    @MethodSource
    void isRejectedWithASentenceThatACookUnderstands(BadDocument bad, Instance makeline) {
        PutObject put = makeline.bucket().put(key(bad.what()), bad.bytes());

        IntakeState.Rejected rejected = makeline.ledger().awaitRejected(put, SOON);

        Sentence.assertReadable(rejected.reason(), bad);
        if (bad.hasPlace()) {
            assertThat(rejected.place()).as("the place, of «%s»", rejected.reason()).isPresent();
        }
    }

    static Stream<BadDocument> isRejectedWithASentenceThatACookUnderstands() {
        return BadDocument.all();
    }

    @ParameterizedTest
    @MethodSource("isRejectedWithASentenceThatACookUnderstands")
    void isRejectedAsAnOriginalToo(BadDocument bad, Instance makeline) {
        PutObject put = makeline.bucket().put("recipes/" + key(bad.what()), bad.bytes());

        Sentence.assertReadable(makeline.ledger().awaitRejected(put, SOON).reason(), bad);
    }

    @Test
    void aTextFileIsRejectedByItsName(Instance makeline) {
        PutObject put = makeline.bucket().put("makes/notes.txt", Documents.recipe(4));

        var rejected = makeline.ledger().awaitRejected(put, SOON);

        Sentence.assertReadable(rejected.reason(), put);
        assertThat(rejected.reason()).contains("notes.txt", ".json");
    }

    @Test
    void anObjectThatIsGoneBeforeItIsReadIsRejectedNotDropped(Instance makeline) {
        makeline.program(Program.SENDER).pause();
        PutObject put;
        try {
            put = makeline.bucket().put("makes/gone.json", Documents.make(4, 1));
            await().atMost(SOON).until(() -> makeline.ledger().find(put).isPresent());
            makeline.bucket().delete("makes/gone.json");
        } finally {
            makeline.program(Program.SENDER).resume();
        }

        Sentence.assertReadable(makeline.ledger().awaitRejected(put, SOON).reason(), put);
    }

    @Test
    void aRejectionIsToldByTheApiWithItsReason(Instance makeline) {
        PutObject put = makeline.bucket().put("makes/empty of sense.json", "{}");
        String reason = makeline.ledger().awaitRejected(put, SOON).reason();

        var rejected = makeline.api().all("/v1/intake?state=rejected");

        assertThat(rejected)
                .anySatisfy(entry -> {
                    assertThat(entry.path("key").asText()).isEqualTo("makes/empty of sense.json");
                    assertThat(entry.path("reason").asText()).isEqualTo(reason);
                });
    }

    @Test
    void aCorrectedFileUnderTheSameKeyIsTaken(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        String key = "makes/%d/corrected.json".formatted(history.recipeId());
        PutObject bad = makeline.bucket().put(key, "{");
        makeline.ledger().awaitRejected(bad, SOON);

        history.putMake(key, Documents.make(history.recipeId(), 1));

        history.assertEachBecomesOneMake(SOON);
    }

    private static String key(String what) {
        return "bad/%s.json".formatted(what);
    }
}
