package dev.makeline.server.insight;

import dev.makeline.server.problem.UnavailableException;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Counts all makes of a recipe anew and puts the result in the place of its figures at once. While
/// it reads, nothing of the recipe is counted by others, and makes that arrive keep their mark:
/// they are counted afterwards. Idempotent.
@Singleton
final class InsightRebuild {

    private static final int ATTEMPTS = 20;

    private final InsightStore store;

    InsightRebuild(InsightStore store) {
        this.store = store;
    }

    /// How many makes it counted.
    ///
    /// @throws UnavailableException when another rebuild of the same recipe took over
    long rebuild(long recipeId) {
        String id = UUID.randomUUID().toString();
        InsightRows.Head claimed = claim(recipeId, id);
        Figures figures = Figures.NONE;
        Map<String, AttributeValue> next = Map.of();
        do {
            InsightStore.Page page = store.counted(recipeId, next);
            figures = figures.plus(Figures.of(page.counted()));
            next = page.next();
            if (!next.isEmpty()) {
                claimed = store.claim(recipeId, claimed, id).orElseThrow(() -> tookOver(recipeId));
            }
        } while (!next.isEmpty());
        if (!store.replace(recipeId, claimed, figures)) {
            throw tookOver(recipeId);
        }
        return figures.recipe().makes();
    }

    private InsightRows.Head claim(long recipeId, String id) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<InsightRows.Head> claimed = store.claim(recipeId, store.head(recipeId), id);
            if (claimed.isPresent()) {
                return claimed.get();
            }
        }
        throw tookOver(recipeId);
    }

    private static UnavailableException tookOver(long recipeId) {
        return new UnavailableException(
                "The figures of recipe %d are counted anew by somebody else".formatted(recipeId));
    }
}
