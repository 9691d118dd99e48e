package dev.makeline.server.intake;

import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.operations.FailPoint;
import dev.makeline.operations.TraceScope;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.Submission;
import dev.makeline.protocol.UploadJob;
import dev.makeline.protocol.UploadJobQueue;
import dev.makeline.server.recipe.CurrentRecipe;
import dev.makeline.server.recipe.CurrentRecipes;
import dev.makeline.server.recipe.RecipeArrival;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares and keeps the makes that wait for a recipe when it arrives: the make, then its ledger
/// row, then the waiting row goes. One whose document the waiting row could not hold is sent on its
/// way again: ledger row `queued`, then the upload job. Idempotent by the object version at every
/// step, so a death between two of them is healed by the next arrival, the sweep, or the watcher's
/// round for queued rows.
@Singleton
final class WaitingRelease implements RecipeArrival {

    /// Rows of one round; SQS takes them in tens, DynamoDB in 25.
    private static final int ROUND = 100;

    private static final Logger log = LoggerFactory.getLogger(WaitingRelease.class);

    private final WaitingMakes waiting;
    private final CurrentRecipes recipes;
    private final RecipeDocumentReader reader;
    private final SubmittedMakes makes;
    private final IntakeLedger ledger;
    private final SubmittedCount submittedCount;
    private final IntakeMetrics metrics;
    private final UploadJobQueue jobs;
    private final InstantSource clock;

    WaitingRelease(
            WaitingMakes waiting,
            CurrentRecipes recipes,
            RecipeDocumentReader reader,
            SubmittedMakes makes,
            IntakeLedger ledger,
            SubmittedCount submittedCount,
            IntakeMetrics metrics,
            UploadJobQueue jobs,
            InstantSource clock) {
        this.waiting = waiting;
        this.recipes = recipes;
        this.reader = reader;
        this.makes = makes;
        this.ledger = ledger;
        this.submittedCount = submittedCount;
        this.metrics = metrics;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// The recipe is kept in any case: what fails here is done by the sweep.
    @Override
    public void arrived(long recipeId) {
        try {
            release(recipeId);
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("recipeId", recipeId)
                    .addKeyValue("cause", e.getMessage())
                    .log("Makes go on waiting for the sweep, although their recipe is here");
        }
    }

    private void release(long recipeId) {
        recipes.findNow(recipeId).ifPresent(this::release);
    }

    private void release(CurrentRecipe recipe) {
        List<WaitingMake> round = waiting.of(recipe.recipeId(), "", ROUND);
        while (!round.isEmpty()) {
            List<WaitingMake> released = release(round, recipe);
            FailPoint.reach("recipe-server.after-release");
            released.forEach(make -> waiting.remove(recipe.recipeId(), make.objectId()));
            log.atInfo()
                    .addKeyValue("recipeId", recipe.recipeId())
                    .addKeyValue("makes", released.size())
                    .log("Waiting makes released");
            round = waiting.of(recipe.recipeId(), round.getLast().objectId(), ROUND);
        }
    }

    private List<WaitingMake> release(List<WaitingMake> round, CurrentRecipe recipe) {
        List<WaitingMake> released = new ArrayList<>();
        List<UploadJob> again = new ArrayList<>();
        List<Decided> decided = new ArrayList<>();
        for (WaitingMake make : round) {
            if (make.submission().isEmpty()) {
                again.add(make.job());
                released.add(make);
            } else {
                keep(make.submission().get(), recipe)
                        .ifPresent(done -> {
                            decided.add(done);
                            released.add(make);
                        });
            }
        }
        sendAgain(again);
        record(decided);
        return released;
    }

    /// Empty when it failed, so that one make does not hold up the others; the sweep sends its job.
    private Optional<Decided> keep(Submission.Document submission, CurrentRecipe recipe) {
        try (var _ = TraceScope.of(submission.job().traceparent())) {
            return Optional.of(
                    switch (reader.read(submission.document())) {
                        case Reading.Unreadable(var reason, var place, var _) ->
                                makes.rejected(submission, reason, place);
                        case Reading.Read(var document) -> makes.keep(submission, document, recipe);
                    });
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("recipeId", recipe.recipeId())
                    .addKeyValue("objectKey", submission.job().key())
                    .addKeyValue("cause", e.getMessage())
                    .log("A make goes on waiting for the sweep, although its recipe is here");
            return Optional.empty();
        }
    }

    private void record(List<Decided> decided) {
        ledger.write(decided.stream().map(Decided::entry).toList());
        for (Decided done : decided) {
            if (done.isRepeated()) {
                submittedCount.placed(done.entry().objectId(), done.entry().changedAt());
            }
            metrics.count(done.outcome());
        }
    }

    /// As if they had just been found; a row that says `queued` is always followed by its job.
    void sendAgain(List<UploadJob> again) {
        Instant now = clock.instant();
        ledger.write(
                again.stream()
                        .map(job ->
                                new IntakeEntry(
                                        job, new IntakeState.Queued(), now, Optional.empty()))
                        .toList());
        jobs.publish(again);
    }
}
