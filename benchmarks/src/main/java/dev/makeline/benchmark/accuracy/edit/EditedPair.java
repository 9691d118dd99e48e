package dev.makeline.benchmark.accuracy.edit;

import dev.makeline.benchmark.accuracy.draft.Draft;
import dev.makeline.benchmark.accuracy.rewriting.EquivalentPair;
import dev.makeline.benchmark.accuracy.rewriting.Rewriting;
import dev.makeline.benchmark.accuracy.score.Claim;
import dev.makeline.recipe.Recipe;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A recipe, and a make of it in which one to five things were changed, by the rules of [Edit];
/// half of them are also made in another size where the recipe allows it.
///
/// @param expected all that a comparison should claim
public record EditedPair(Recipe recipe, Recipe make, List<Claim> expected) {

    private static final int MOST_EDITS = 5;
    private static final int ATTEMPTS = 60;
    private static final List<Edit> EDITS = List.of(Edit.values());

    /// Empty when the recipe has no place for the edits that were drawn, or cannot be rescaled.
    ///
    /// @param rescaled whether the make is also to be in another size
    public static Optional<EditedPair> of(Draft draft, boolean rescaled, RandomGenerator random) {
        int wanted = random.nextInt(1, MOST_EDITS + 1);
        EditScript script = new EditScript(draft);
        int done = 0;
        for (int attempt = 0; attempt < ATTEMPTS && done < wanted; attempt++) {
            Edit edit = EDITS.get(random.nextInt(EDITS.size()));
            if (edit.apply(script, rescaled, random)) {
                done++;
            }
        }
        if (done == 0 || !script.isUnambiguous()) {
            return Optional.empty();
        }
        Optional<Draft> other =
                rescaled ? Rewriting.RESCALED.apply(script.make(), random) : Optional.empty();
        if ((rescaled && other.isEmpty()) || isYieldLost(script, other)) {
            return Optional.empty();
        }
        boolean numbered = random.nextBoolean();
        return Optional.of(
                new EditedPair(
                        EquivalentPair.form(numbered, random).write(draft),
                        EquivalentPair.form(numbered, random).write(other.orElse(script.make())),
                        script.expected()));
    }

    /// A make of another size that says no servings, or the same as the recipe, claims no yield.
    private static boolean isYieldLost(EditScript script, Optional<Draft> scaled) {
        return script.expected().stream().anyMatch(claim -> claim.kind().equals("yield-changed"))
                && scaled.filter(make ->
                                make.servings().isEmpty()
                                        || make.servings().equals(script.recipe().servings()))
                        .isPresent();
    }
}
