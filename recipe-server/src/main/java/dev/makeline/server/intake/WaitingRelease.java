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
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares and keeps the makes that wait for a recipe when it arrives: the make, then its ledger
/// row, then the waiting row goes. One whose document the waiting row could not hold is sent on its
/// way again: ledger row `queued`, then the upload job. Idempotent by the object version at every
/// step, so a death between two of them is healed by the next arrival, the sweep, or the watcher's
/// round for queued rows.
@Singleton
final class WaitingRelease {

    /// Rows of one round; SQS takes them in tens, DynamoDB in 25.
    private static final int ROUND = 100;

    /// Makes kept at once, of all recipes: a quarter of the connections to DynamoDB, so that
    /// requests find some.
    private static final int AT_ONCE = 16;

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
    private final ExecutorService keepers =
            Executors.newFixedThreadPool(
                    AT_ONCE, Thread.ofVirtual().name("waiting-release-", 0).factory());
    private volatile boolean stopping;

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

    /// Releases all that wait for the recipe when it is here; returns when that is done. What fails
    /// is done by the sweep.
    void release(long recipeId) {
        try {
            List<WaitingMake> first = waiting.of(recipeId, "", ROUND);
            if (!first.isEmpty()) {
                recipes.findNow(recipeId).ifPresent(recipe -> release(first, recipe));
            }
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("recipeId", recipeId)
                    .addKeyValue("cause", e.getMessage())
                    .log("Makes go on waiting for the sweep, although their recipe is here");
        }
    }

    private void release(List<WaitingMake> first, CurrentRecipe recipe) {
        List<WaitingMake> round = first;
        while (!round.isEmpty() && !stopping) {
            List<String> released = releaseRound(round, recipe);
            FailPoint.reach("recipe-server.after-release");
            waiting.removeAll(recipe.recipeId(), released);
            log.atInfo()
                    .addKeyValue("recipeId", recipe.recipeId())
                    .addKeyValue("makes", released.size())
                    .log("Waiting makes released");
            round = waiting.of(recipe.recipeId(), round.getLast().objectId(), ROUND);
        }
    }

    /// The ids of the objects that do not wait any more.
    private List<String> releaseRound(List<WaitingMake> round, CurrentRecipe recipe) {
        List<UploadJob> again =
                round.stream()
                        .filter(make -> make.submission().isEmpty())
                        .map(WaitingMake::job)
                        .toList();
        List<Decided> decided = keepAll(round, recipe);
        sendAgain(again);
        record(decided);
        return Stream.concat(
                        again.stream().map(job -> job.object().objectId()),
                        decided.stream().map(done -> done.entry().objectId()))
                .toList();
    }

    private List<Decided> keepAll(List<WaitingMake> round, CurrentRecipe recipe) {
        return round.stream()
                .flatMap(make -> make.submission().stream())
                .map(submission ->
                        CompletableFuture.supplyAsync(() -> keep(submission, recipe), keepers))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
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

    /// From now on no round begins.
    void endWithThisRound() {
        stopping = true;
    }

    @PreDestroy
    void stop() {
        endWithThisRound();
        keepers.close();
    }
}
