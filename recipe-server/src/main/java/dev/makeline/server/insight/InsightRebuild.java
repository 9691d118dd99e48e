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
        Claim claim = new Claim(recipeId, UUID.randomUUID().toString());
        try {
            Figures figures = recounted(recipeId, claim);
            if (!store.replace(recipeId, claim.head, figures)) {
                throw tookOver(recipeId);
            }
            return figures.recipe().makes();
        } catch (RuntimeException e) {
            claim.giveBack(e);
            throw e;
        }
    }

    private Figures recounted(long recipeId, Claim claim) {
        Figures figures = Figures.NONE;
        Map<String, AttributeValue> next = Map.of();
        do {
            InsightStore.Page page = store.counted(recipeId, next);
            figures = figures.plus(Figures.of(page.counted()));
            next = page.next();
            if (!next.isEmpty()) {
                claim.renew();
            }
        } while (!next.isEmpty());
        return figures;
    }

    /// What keeps others from counting.
    private final class Claim {

        private final long recipeId;
        private final String id;
        private InsightRows.Head head;

        Claim(long recipeId, String id) {
            this.recipeId = recipeId;
            this.id = id;
            this.head = claim(recipeId, id);
        }

        void renew() {
            head = store.claim(recipeId, head, id).orElseThrow(() -> tookOver(recipeId));
        }

        /// Whoever took over has a claim of another version, which stays.
        void giveBack(RuntimeException cause) {
            try {
                store.release(recipeId, head);
            } catch (RuntimeException e) {
                cause.addSuppressed(e);
            }
        }
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
