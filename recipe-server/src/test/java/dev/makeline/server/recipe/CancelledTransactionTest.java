package dev.makeline.server.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.makeline.server.request.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class CancelledTransactionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"ConditionalCheckFailed", "TransactionConflict"})
    void whatOthersChangedMeanwhileIsDecidedAnew(String code) {
        assertThat(isRemembered("None", code, "ConditionalCheckFailed")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ThrottlingError",
                "ProvisionedThroughputExceeded",
                "ValidationError",
                "ItemCollectionSizeLimitExceeded"
            })
    void anyOtherReasonIsToldAtOnce(String code) {
        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> isRemembered("ConditionalCheckFailed", code, "None"));
    }

    @Test
    void withoutAReasonItIsToldAtOnce() {
        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> isRemembered("None"));
    }

    private static boolean isRemembered(String... codes) {
        return new RecipeStore(new DynamoDbThatCancels(List.of(codes)))
                .remember(
                        1,
                        1,
                        NOW,
                        new RecipeState(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new RecipeChange.Create(),
                        Effect.once(NOW));
    }
}
