package dev.makeline.server.intake;

import dev.makeline.operations.FailPoint;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.UploadJob;
import dev.makeline.protocol.UploadJobQueue;
import dev.makeline.server.recipe.RecipeArrival;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends objects that wait for a recipe on their way again when it arrives: ledger row `queued`,
/// then the upload job, then the waiting row goes. Idempotent at every step, so a death between two
/// of them is healed by the next arrival, the sweep, or the watcher's round for queued rows.
@Singleton
final class WaitingRelease implements RecipeArrival {

    /// Rows of one round; SQS takes them in tens.
    private static final int ROUND = 100;

    private static final Logger log = LoggerFactory.getLogger(WaitingRelease.class);

    private final WaitingMakes waiting;
    private final IntakeLedger ledger;
    private final UploadJobQueue jobs;
    private final InstantSource clock;

    WaitingRelease(
            WaitingMakes waiting, IntakeLedger ledger, UploadJobQueue jobs, InstantSource clock) {
        this.waiting = waiting;
        this.ledger = ledger;
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
        List<UploadJob> round = waiting.of(recipeId, ROUND);
        while (!round.isEmpty()) {
            sendAgain(round);
            FailPoint.reach("recipe-server.after-release");
            round.forEach(job -> waiting.remove(recipeId, job.object().objectId()));
            log.atInfo()
                    .addKeyValue("recipeId", recipeId)
                    .addKeyValue("makes", round.size())
                    .log("Waiting makes sent on");
            round = waiting.of(recipeId, ROUND);
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
