package dev.makeline.system.intake;

import static dev.makeline.system.instance.RecordedHistory.SOON;

import dev.makeline.system.instance.Documents;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstances.class)
class OddKeysTest {

    private static final List<String> NAMES =
            List.of(
                    "with space",
                    "with+plus",
                    "100% sure",
                    "%41 looks encoded",
                    "a%2Fb",
                    "Crème brûlée",
                    "日本の料理",
                    "pie 🥧",
                    "quote'and\"double",
                    "a&b=c?d#e",
                    "tilde~and(brackets)",
                    "x".repeat(200));

    @Test
    void everyKeyThatS3AllowsBecomesItsMake(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);

        for (int number = 0; number < NAMES.size(); number++) {
            history.putMake(
                    "makes/%d/%s.json".formatted(history.recipeId(), NAMES.get(number)),
                    Documents.make(history.recipeId(), number));
        }

        history.assertEachBecomesOneMake(SOON);
    }
}
