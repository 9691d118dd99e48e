package dev.makeline.server.recipe;

import dev.makeline.server.request.EntityTag;
import java.time.Instant;
import java.util.Optional;

/// What is known of a recipe when a change of it is decided.
///
/// @param ownEffect what this very request or object version brought about, if it came before
/// @param lastTaken the newest version that was taken of the file in question
record RecipeState(
        Optional<Head> head, Optional<PastEffect> ownEffect, Optional<ObjectOrder> lastTaken) {

    /// @param revision the current one when it was decided
    record PastEffect(int revision, Instant at) {}

    /// What to do next.
    sealed interface Step {
        record Answer(RecipeKept outcome) implements Step {}

        /// Nothing new, but the effect is to be remembered.
        record Remember(int revision) implements Step {}

        record Append(int revision) implements Step {}
    }

    Step decide(RecipeChange change, String contentHash, boolean isRepeatable, Instant now) {
        if (ownEffect.isPresent()) {
            PastEffect past = ownEffect.get();
            return new Step.Answer(new RecipeKept.Repeated(past.revision(), past.at()));
        }
        Optional<RecipeKept> refusal = refusal(change, contentHash);
        if (refusal.isPresent()) {
            return new Step.Answer(refusal.get());
        }
        int current = head.map(Head::revision).orElse(0);
        if (!isCurrent(contentHash)) {
            return new Step.Append(current + 1);
        }
        return isRepeatable
                ? new Step.Remember(current)
                : new Step.Answer(new RecipeKept.Unchanged(current, now));
    }

    private Optional<RecipeKept> refusal(RecipeChange change, String contentHash) {
        return switch (change) {
            case RecipeChange.Create() ->
                    head.filter(existing -> !isCurrent(contentHash))
                            .map(existing -> new RecipeKept.Exists(existing.revision()));
            case RecipeChange.Update(var ifMatch) ->
                    head.isEmpty()
                            ? Optional.of(new RecipeKept.Unknown())
                            : head.map(Head::revision)
                                    .filter(revision -> !EntityTag.allows(ifMatch, revision))
                                    .map(RecipeKept.OtherRevision::new);
            case RecipeChange.Take(var order) ->
                    lastTaken.filter(order::isOlderThan).map(newer -> new RecipeKept.Superseded());
        };
    }

    private boolean isCurrent(String contentHash) {
        return head.filter(existing -> existing.contentHash().equals(contentHash)).isPresent();
    }
}
