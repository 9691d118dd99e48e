package dev.makeline.processor.kind.importing;

import dev.makeline.processor.kind.Progress;
import dev.makeline.processor.kind.importing.IntakeObjects.Put;
import dev.makeline.protocol.DocumentKind;
import dev.makeline.protocol.JobId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Puts the documents of a file into the intake, some at a time: all recipes first, so that their
/// makes need not wait for them.
final class IntakeDrop {

    /// Puts at once. Each waits for the store most of its time.
    private static final int AT_ONCE = 16;

    /// Between two lines of the log.
    private static final int TOLD_EACH = 1_000;

    private final JobId job;
    private final DocumentSpool spool;
    private final IntakeObjects intake;

    /// @param job by which the objects are named: the same for a job and its retries, so that what
    ///   one of them put is not put again
    IntakeDrop(JobId job, DocumentSpool spool, IntakeObjects intake) {
        this.job = job;
        this.spool = spool;
        this.intake = intake;
    }

    /// What was there before, and what was not as it should be.
    record Dropped(int before, int others) {}

    /// @param from the progress at the beginning, in per cent
    /// @param to at the end
    Dropped all(List<Accepted> accepted, Progress progress, int from, int to)
            throws IOException, InterruptedException {
        Tally tally = new Tally(accepted.size(), progress);
        try {
            return all(accepted, tally, progress, from, to);
        } finally {
            tally.end();
        }
    }

    /// Tells how far it came, also when it comes no further.
    private static final class Tally {

        private final int all;
        private final Progress progress;
        private int done;

        Tally(int all, Progress progress) {
            this.all = all;
            this.progress = progress;
            progress.soFar(sentence());
        }

        void add(int count) {
            int before = done;
            done += count;
            progress.soFar(sentence());
            if (done < all && done / TOLD_EACH > before / TOLD_EACH) {
                progress.say("%d of %d documents are in the intake.".formatted(done, all));
            }
        }

        void end() {
            if (done < all) {
                progress.say(sentence());
            } else {
                progress.soFar("");
            }
        }

        private String sentence() {
            return "At least %d of %d documents went into the intake; a retry of the job goes on with the others."
                    .formatted(done, all);
        }
    }

    private Dropped all(List<Accepted> accepted, Tally tally, Progress progress, int from, int to)
            throws IOException, InterruptedException {
        List<Accepted> recipes = of(accepted, DocumentKind.RECIPE);
        List<Accepted> makes = of(accepted, DocumentKind.MAKE);
        int before = 0;
        int others = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<Accepted> documents : List.of(recipes, makes)) {
                for (int i = 0; i < documents.size(); i += AT_ONCE) {
                    List<Accepted> some =
                            documents.subList(i, Math.min(documents.size(), i + AT_ONCE));
                    for (Put put : put(some, threads)) {
                        before += put == Put.THERE_BEFORE ? 1 : 0;
                        others += put == Put.OTHER_THERE ? 1 : 0;
                    }
                    tally.add(some.size());
                    progress.at(from + (to - from) * tally.done / accepted.size());
                }
            }
        }
        return new Dropped(before, others);
    }

    private List<Put> put(List<Accepted> some, ExecutorService threads)
            throws IOException, InterruptedException {
        List<Callable<Put>> puts =
                some.stream()
                        .<Callable<Put>>map(one ->
                                () -> intake.put(one.objectKey(job), spool.read(one.spooled())))
                        .toList();
        List<Future<Put>> all = threads.invokeAll(puts);
        try {
            List<Put> results = new ArrayList<>();
            for (Future<Put> one : all) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IOException("A document could not be put into the intake", e.getCause());
        }
    }

    private static List<Accepted> of(List<Accepted> accepted, DocumentKind kind) {
        return accepted.stream().filter(one -> one.as() == kind).toList();
    }
}
