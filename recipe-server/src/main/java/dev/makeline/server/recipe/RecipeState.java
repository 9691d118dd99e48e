package dev.makeline.server.recipe;

import dev.makeline.server.request.EntityTag;
import java.time.Instant;
import java.util.Optional;

/// What is known of a recipe when a change of it is decided.
///
/// @param ownEffect what this very request or object version brought about, if it came before
/// @param ofItsSecond what the last known put of the same version in the same second brought about;
///   there is no other knowledge of a put that was told without a sequencer
/// @param lastTaken the newest version that was taken of the file in question
record RecipeState(
        Optional<Head> head,
        Optional<PastEffect> ownEffect,
        Optional<PastEffect> ofItsSecond,
        Optional<ObjectOrder> lastTaken) {

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
            return new Step.Answer(repeated(ownEffect.get()));
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
                    lastTaken
                            .filter(order::isOlderThan)
                            .map(newer ->
                                    ofItsSecond
                                            .<RecipeKept>map(RecipeState::repeated)
                                            .orElseGet(RecipeKept.Superseded::new));
        };
    }

    private static RecipeKept repeated(PastEffect past) {
        return new RecipeKept.Repeated(past.revision(), past.at());
    }

    private boolean isCurrent(String contentHash) {
        return head.filter(existing -> existing.contentHash().equals(contentHash)).isPresent();
    }
}
