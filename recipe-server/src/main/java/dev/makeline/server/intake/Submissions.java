package dev.makeline.server.intake;

import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocument;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.operations.FailPoint;
import dev.makeline.protocol.DocumentKind;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.Submission;
import dev.makeline.protocol.SubmissionOutcome;
import dev.makeline.protocol.UploadJob;
import dev.makeline.server.recipe.CurrentRecipe;
import dev.makeline.server.recipe.CurrentRecipes;
import dev.makeline.server.recipe.DocumentBody;
import dev.makeline.server.recipe.ObjectOrder;
import dev.makeline.server.recipe.RecipeArrival;
import dev.makeline.server.recipe.RecipeChange;
import dev.makeline.server.recipe.RecipeKeeper;
import dev.makeline.server.recipe.RecipeKept;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/// Decides about objects of the bucket. First the effect is written, then the ledger row that tells
/// of it; both are durable when an outcome is answered. Idempotent by the object version: between
/// the two writes a process may die, and the repetition finds the effect and writes the row.
@Singleton
final class Submissions {

    /// Each further attempt means that the entry changed in the very moment between.
    private static final int ATTEMPTS = 5;

    private final RecipeDocumentReader reader;
    private final CurrentRecipes recipes;
    private final RecipeKeeper recipeKeeper;
    private final SubmittedMakes makes;
    private final WaitingMakes waiting;
    private final ObjectEffects effects;
    private final RecipeArrival arrival;
    private final LedgerWriter ledger;
    private final IntakeLedger rows;
    private final IntakeMetrics metrics;
    private final SubmittedCount submittedCount;
    private final InstantSource clock;

    Submissions(
            RecipeDocumentReader reader,
            CurrentRecipes recipes,
            RecipeKeeper recipeKeeper,
            SubmittedMakes makes,
            WaitingMakes waiting,
            ObjectEffects effects,
            RecipeArrival arrival,
            LedgerWriter ledger,
            IntakeLedger rows,
            IntakeMetrics metrics,
            SubmittedCount submittedCount,
            InstantSource clock) {
        this.reader = reader;
        this.recipes = recipes;
        this.recipeKeeper = recipeKeeper;
        this.makes = makes;
        this.waiting = waiting;
        this.effects = effects;
        this.arrival = arrival;
        this.ledger = ledger;
        this.rows = rows;
        this.metrics = metrics;
        this.submittedCount = submittedCount;
        this.clock = clock;
    }

    SubmissionOutcome decide(Submission submission) {
        SubmissionOutcome outcome =
                switch (submission) {
                    case Submission.Document document -> read(document);
                    case Submission.Refusal refusal -> refuse(refusal);
                };
        metrics.count(outcome);
        return outcome;
    }

    /// An object that had its effect may be gone when its job comes again; it stays what it became.
    /// Only what nobody has decided meanwhile is rejected.
    private SubmissionOutcome refuse(Submission.Refusal refusal) {
        String objectId = refusal.job().object().objectId();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<IntakeEntry> seen = rows.find(objectId);
            if (seen.isPresent()
                    && seen.get().state()
                            instanceof
                            IntakeState.Submitted(var recipeId, var revision, var makeId)) {
                return new SubmissionOutcome.Duplicate(recipeId, revision, makeId);
            }
            Decided decided =
                    effects.find(objectId)
                            .map(past -> recalled(refusal.job(), past))
                            .orElseGet(() -> rejected(refusal));
            if (seen.map(entry -> rows.replace(entry, decided.entry()))
                    .orElseGet(() -> rows.add(decided.entry()))) {
                FailPoint.reach("recipe-server.after-ledger");
                follow(decided);
                return decided.outcome();
            }
        }
        throw new LedgerBusyException("The entry changes all the time");
    }

    private Decided rejected(Submission.Refusal refusal) {
        return new Decided(
                new SubmissionOutcome.Rejected(refusal.reason()),
                new IntakeEntry(
                        refusal.job(),
                        new IntakeState.Rejected(refusal.reason(), refusal.place()),
                        now(),
                        Optional.empty()));
    }

    private Decided recalled(UploadJob job, ObjectEffects.Past past) {
        return switch (past) {
            case ObjectEffects.Past.Kept(var state, var at) ->
                    new Decided(
                            new SubmissionOutcome.Duplicate(
                                    state.recipeId(), state.revision(), state.makeId()),
                            new IntakeEntry(job, state, at, Optional.empty()));
            case ObjectEffects.Past.Awaiting(long recipeId) ->
                    new Decided(
                            new SubmissionOutcome.Waiting(recipeId),
                            new IntakeEntry(
                                    job,
                                    new IntakeState.Waiting(recipeId),
                                    now(),
                                    Optional.empty()));
        };
    }

    private void follow(Decided decided) {
        switch (decided.outcome()) {
            case SubmissionOutcome.Waiting(long recipeId) -> arrival.arrived(recipeId);
            case SubmissionOutcome.Duplicate _ ->
                    submittedCount.placed(decided.entry().objectId(), decided.entry().changedAt());
            case SubmissionOutcome.Accepted _, SubmissionOutcome.Rejected _ -> {}
        }
    }

    /// The sender has read it by the same rules; when two versions run at once, the server's count.
    private SubmissionOutcome read(Submission.Document submission) {
        return switch (reader.read(submission.document())) {
            case Reading.Unreadable(var reason, var place, var kind) ->
                    reject(submission, reason, place);
            case Reading.Read(var document) ->
                    submission.kind() == DocumentKind.RECIPE
                            ? recipe(submission, document)
                            : make(submission, document);
        };
    }

    private SubmissionOutcome recipe(Submission.Document submission, RecipeDocument document) {
        long recipeId = document.recipeId();
        ObjectOrder order = ObjectOrder.of(submission.job(), submission.lastModified());
        RecipeChange change = new RecipeChange.Take(order);
        return switch (recipeKeeper.keep(document, change, order.put())) {
            case RecipeKept.Kept(var revision) -> {
                FailPoint.reach("recipe-server.after-head");
                arrival.arrived(recipeId);
                record(submission, submitted(recipeId, revision.number()), revision.createdAt());
                metrics.kept(submission, revision.createdAt());
                yield new SubmissionOutcome.Accepted(
                        recipeId, revision.number(), OptionalLong.empty());
            }
            case RecipeKept.Unchanged(int revision, var at) -> {
                arrival.arrived(recipeId);
                record(submission, submitted(recipeId, revision), at);
                yield new SubmissionOutcome.Accepted(recipeId, revision, OptionalLong.empty());
            }
            case RecipeKept.Repeated(int revision, var at) -> {
                arrival.arrived(recipeId);
                recordAgain(submission, submitted(recipeId, revision), at);
                yield new SubmissionOutcome.Duplicate(recipeId, revision, OptionalLong.empty());
            }
            case RecipeKept.Superseded() ->
                    reject(
                            submission,
                            "A newer version of this file was already taken.",
                            Optional.empty());
            case RecipeKept.TooLarge(int bytes) ->
                    reject(submission, DocumentBody.tooLarge(bytes), Optional.empty());
            case RecipeKept.Exists _, RecipeKept.Unknown _, RecipeKept.OtherRevision _ ->
                    throw new IllegalStateException("A file is taken without these conditions");
        };
    }

    private SubmissionOutcome make(Submission.Document submission, RecipeDocument document) {
        return recipes.find(document.recipeId())
                .map(recipe -> make(submission, document, recipe))
                .orElseGet(() -> await(submission, document));
    }

    private SubmissionOutcome make(
            Submission.Document submission, RecipeDocument document, CurrentRecipe recipe) {
        return record(makes.keep(submission, document, recipe));
    }

    /// The recipe may arrive at this very moment. So that one of the two sees the other, its
    /// arrival writes the recipe and then looks for who waits; this writes who waits and then looks
    /// for the recipe.
    private SubmissionOutcome await(Submission.Document submission, RecipeDocument document) {
        long recipeId = document.recipeId();
        waiting.add(
                recipeId,
                new Submission.Document(
                        submission.job(), submission.lastModified(), document.json()));
        FailPoint.reach("recipe-server.after-waiting-row");
        record(submission, new IntakeState.Waiting(recipeId), now());
        FailPoint.reach("recipe-server.after-waiting");
        Optional<CurrentRecipe> arrived = recipes.findNow(recipeId);
        if (arrived.isEmpty()) {
            return new SubmissionOutcome.Waiting(recipeId);
        }
        SubmissionOutcome outcome = make(submission, document, arrived.get());
        waiting.remove(recipeId, submission.job().object().objectId());
        return outcome;
    }

    private SubmissionOutcome reject(
            Submission.Document submission, String reason, Optional<String> place) {
        return record(makes.rejected(submission, reason, place));
    }

    private SubmissionOutcome record(Decided decided) {
        record(decided.entry());
        if (decided.isRepeated()) {
            submittedCount.placed(decided.entry().objectId(), decided.entry().changedAt());
        }
        return decided.outcome();
    }

    private void record(Submission.Document submission, IntakeState state, Instant at) {
        record(
                new IntakeEntry(
                        submission.job(), state, at, Optional.of(submission.lastModified())));
    }

    private void record(IntakeEntry entry) {
        ledger.write(entry);
        FailPoint.reach("recipe-server.after-ledger");
    }

    /// With the time of the first decision, so that the row comes back to its old place in the
    /// order of changes.
    private void recordAgain(Submission.Document submission, IntakeState state, Instant at) {
        record(submission, state, at);
        submittedCount.placed(submission.job().object().objectId(), at);
    }

    private static IntakeState submitted(long recipeId, int revision) {
        return new IntakeState.Submitted(recipeId, revision, OptionalLong.empty());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
