package dev.makeline.system.intake;

import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.system.instance.Documents;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.PutObject;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstances.class)
class OverwrittenFileTest {

    @Test
    void otherContentUnderTheSameKeyIsAnotherMake(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        String key = "makes/%d/today.json".formatted(history.recipeId());

        PutObject first = history.putMake(key, Documents.make(history.recipeId(), 1));
        makeline.ledger().awaitSubmitted(first, SOON);
        history.putMake(key, Documents.make(history.recipeId(), 2));

        history.assertEachBecomesOneMake(SOON);
        assertThat(makeline.api().makeIds(history.recipeId())).hasSize(2);
    }

    @Test
    void theSameContentUnderAnotherKeyIsAnotherMake(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        String content = Documents.make(history.recipeId(), 1);

        history.putMake("makes/%d/monday.json".formatted(history.recipeId()), content);
        history.putMake("makes/%d/tuesday.json".formatted(history.recipeId()), content);

        history.assertEachBecomesOneMake(SOON);
        assertThat(makeline.api().makeIds(history.recipeId())).hasSize(2);
    }

    @Test
    void theSameContentUnderTheSameKeyIsTheSameMake(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        String key = "makes/%d/today.json".formatted(history.recipeId());
        String content = Documents.make(history.recipeId(), 1);

        PutObject first = history.putMake(key, content);
        makeline.ledger().awaitSubmitted(first, SOON);
        PutObject again = history.putMake(key, content);
        PutObject later = history.putMake();

        makeline.ledger().awaitSubmitted(later, SOON);
        history.assertEachBecomesOneMake(SOON);
        assertThat(again.objectId()).isEqualTo(first.objectId());
        assertThat(makeline.api().makeIds(history.recipeId())).hasSize(2);
    }

    @Test
    void ofHastyOverwritesTheLastIsKeptAndEveryOneIsAccountedFor(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        String key = "makes/%d/hasty.json".formatted(history.recipeId());

        for (int number = 0; number < 10; number++) {
            history.putMake(key, Documents.make(history.recipeId(), number));
        }

        var entries = makeline.ledger().awaitFinal(history.makes(), SOON);
        assertThat(entries).hasSize(10);
        makeline.ledger().awaitSubmitted(history.makes().getLast(), SOON);
        assertThat(makeline.api().makeIds(history.recipeId()))
                .hasSize(
                        (int)
                                entries.values().stream()
                                        .filter(entry -> entry.state().label().equals("submitted"))
                                        .count());
    }

    @Test
    void anOverwrittenRecipeIsANewRevisionAndOldMakesKeepTheirs(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        PutObject before = history.putMake();
        int first = makeline.ledger().awaitSubmitted(before, SOON).revision();

        PutObject changed =
                makeline.bucket()
                        .put(
                                "recipes/%d.json".formatted(history.recipeId()),
                                Documents.recipe(history.recipeId())
                                        .replace("Apple pie", "Better apple pie"));
        int second = makeline.ledger().awaitSubmitted(changed, SOON).revision();
        int after = makeline.ledger().awaitSubmitted(history.putMake(), SOON).revision();

        assertThat(second).isEqualTo(first + 1);
        assertThat(after).isEqualTo(second);
        assertThat(makeline.ledger().awaitSubmitted(before, SOON).revision()).isEqualTo(first);
        history.assertEachBecomesOneMake(SOON);
    }
}
