package dev.makeline.server.intake;

import dev.makeline.document.RecipeDocument;
import dev.makeline.operations.FailPoint;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.Submission;
import dev.makeline.protocol.SubmissionOutcome;
import dev.makeline.server.make.Make;
import dev.makeline.server.make.MakeKeeper;
import dev.makeline.server.make.MakeKept;
import dev.makeline.server.recipe.CurrentRecipe;
import dev.makeline.server.recipe.DocumentBody;
import dev.makeline.server.request.Effect;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/// Compares and keeps makes of the bucket whose recipe is known, whether they come from
/// sender-service or have waited. The caller writes the ledger row. Idempotent by the object
/// version.
@Singleton
final class SubmittedMakes {

    private final MakeKeeper keeper;
    private final IntakeMetrics metrics;
    private final InstantSource clock;

    SubmittedMakes(MakeKeeper keeper, IntakeMetrics metrics, InstantSource clock) {
        this.keeper = keeper;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// The make is durable when this returns.
    ///
    /// @param document what `submission` holds, as it was read
    Decided keep(Submission.Document submission, RecipeDocument document, CurrentRecipe recipe) {
        FailPoint.reach("recipe-server.before-make");
        MakeKept kept =
                keeper.keep(
                        document,
                        recipe,
                        effectOf(submission),
                        submission.job().traceparent(),
                        submission.job().key());
        FailPoint.reach("recipe-server.after-make");
        return switch (kept) {
            case MakeKept.Kept(var make) -> {
                metrics.kept(submission, make.recordedAt());
                yield submitted(
                        submission,
                        new SubmissionOutcome.Accepted(
                                make.recipeId(), make.revision(), OptionalLong.of(make.makeId())),
                        make);
            }
            case MakeKept.Repeated(var make) ->
                    submitted(
                            submission,
                            new SubmissionOutcome.Duplicate(
                                    make.recipeId(),
                                    make.revision(),
                                    OptionalLong.of(make.makeId())),
                            make);
            case MakeKept.TooLarge(int bytes) ->
                    rejected(submission, DocumentBody.tooLarge(bytes), Optional.empty());
        };
    }

    Decided rejected(Submission.Document submission, String reason, Optional<String> place) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Decided(
                new SubmissionOutcome.Rejected(reason),
                entry(submission, new IntakeState.Rejected(reason, place), now));
    }

    private static Decided submitted(
            Submission.Document submission, SubmissionOutcome outcome, Make make) {
        IntakeState state =
                new IntakeState.Submitted(
                        make.recipeId(), make.revision(), OptionalLong.of(make.makeId()));
        return new Decided(outcome, entry(submission, state, make.recordedAt()));
    }

    private static IntakeEntry entry(
            Submission.Document submission, IntakeState state, Instant at) {
        return new IntakeEntry(submission.job(), state, at, Optional.of(submission.lastModified()));
    }

    private static Effect effectOf(Submission.Document submission) {
        return Effect.ofObject(submission.job().object().objectId(), submission.lastModified());
    }
}
