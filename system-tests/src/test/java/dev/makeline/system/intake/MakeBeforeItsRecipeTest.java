package dev.makeline.system.intake;

import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.PutObject;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstances.class)
class MakeBeforeItsRecipeTest {

    /// From the recipe's put to the make's comparison, as the product promises.
    private static final Duration COMPARED = Duration.ofSeconds(5);

    @Test
    void isComparedWithinSecondsOfTheRecipesArrival(Instance makeline) {
        var history = RecordedHistory.of(makeline);
        PutObject early = history.putMake();
        makeline.ledger().awaitWaiting(List.of(early), SOON);

        history.putRecipe();
        var submitted = makeline.ledger().awaitSubmitted(early, COMPARED);

        var differences =
                makeline.api()
                        .get(
                                "/v1/recipes/%d/makes/%d/differences"
                                        .formatted(
                                                history.recipeId(),
                                                submitted.makeId().orElseThrow()));
        assertThat(differences.status()).as("%s", differences).isEqualTo(200);
        assertThat(differences.json().path("differences")).isNotEmpty();
        history.assertEachBecomesOneMake(SOON);
    }

    @Test
    void theRecipeMayAlsoArriveOverRest(Instance makeline) {
        var history = RecordedHistory.of(makeline);
        PutObject early = history.putMake();
        makeline.ledger().awaitWaiting(List.of(early), SOON);

        var created =
                makeline.api()
                        .post(
                                "/v1/recipes",
                                dev.makeline.system.instance.Documents.recipe(history.recipeId()));

        assertThat(created.status()).as("%s", created).isEqualTo(200);
        makeline.ledger().awaitSubmitted(early, COMPARED);
        history.assertEachBecomesOneMake(SOON);
    }

    @Test
    void twoHundredOfThemAreEachComparedOnce(Instance makeline) {
        var history = RecordedHistory.of(makeline);
        history.putMakes(200);
        makeline.ledger().awaitWaiting(history.makes(), Duration.ofSeconds(60));

        history.putRecipe();

        history.assertEachBecomesOneMake(Duration.ofSeconds(15));
    }

    @Test
    void recipeAndMakesDroppedTogetherInAnyOrderAllMeet(Instance makeline) {
        List<RecordedHistory> histories =
                java.util.stream.Stream.generate(() -> RecordedHistory.of(makeline))
                        .limit(10)
                        .toList();

        for (RecordedHistory history : histories) {
            history.putMakes(2);
            history.putRecipe();
            history.putMakes(2);
        }

        histories.forEach(history -> {
            history.assertEachBecomesOneMake(SOON);
        });
    }
}
