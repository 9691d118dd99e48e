package dev.makeline.processor.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.operations.FailPoint;
import dev.makeline.processor.kind.Assignment;
import dev.makeline.processor.kind.JobInput;
import dev.makeline.processor.kind.JobKind;
import dev.makeline.processor.kind.JobResult;
import dev.makeline.processor.kind.Output;
import dev.makeline.processor.run.HeldJob.Outcome;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.LiveFile;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobKindDescription;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobLog;
import dev.makeline.protocol.job.JobStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// One attempt at one job, from the claim to the end on record. Blocking.
public final class JobRun {

    private static final Logger log = LoggerFactory.getLogger(JobRun.class);
    private static final String FAILED =
            "This attempt failed by no fault of the file or the parameters.";

    private final JobStore store;
    private final FilesOfJobs files;
    private final JobLog jobLog;
    private final List<JobKind> kinds;
    private final RunSettings settings;
    private final Path folders;
    private final InstantSource clock;

    public JobRun(
            JobStore store,
            DynamoDbClient dynamoDb,
            JobObjects objects,
            List<JobKind> kinds,
            RunSettings settings,
            InstantSource clock) {
        this(store, dynamoDb, objects, kinds, settings, TaskFolder.root(), clock);
    }

    /// @param folders where each attempt gets a folder of its own
    public JobRun(
            JobStore store,
            DynamoDbClient dynamoDb,
            JobObjects objects,
            List<JobKind> kinds,
            RunSettings settings,
            Path folders,
            InstantSource clock) {
        this.store = store;
        this.jobLog = new JobLog(dynamoDb);
        this.files = new FilesOfJobs(dynamoDb, objects, settings.strayOutputAfter());
        this.kinds = List.copyOf(kinds);
        this.settings = settings;
        this.folders = folders;
        this.clock = clock;
    }

    /// @param attempt the one that this task was started for; it claims no other
    public ExitCode run(JobId id, int attempt) {
        Optional<HeldJob> claimed =
                HeldJob.claim(store, settings.lease(), id, attempt, clock.instant());
        if (claimed.isEmpty()) {
            log.atInfo()
                    .addKeyValue("jobId", id)
                    .addKeyValue("attempt", attempt)
                    .log("The attempt is not there to be claimed");
            return ExitCode.NOTHING_TO_DO;
        }
        FailPoint.reach("processor.after-claim");
        HeldJob held = claimed.get();
        try (LogWriter lines =
                LogWriter.start(jobLog, id, attempt, clock, settings.logInterval())) {
            lines.say("Attempt %d began.".formatted(attempt));
            Work work = new Work(held, lines, Thread.currentThread(), clock);
            try (Heartbeat _ = Heartbeat.start(held, settings.heartbeat(), work)) {
                return attempt(held, work);
            }
        }
    }

    private ExitCode attempt(HeldJob held, Work work) {
        try {
            return work(held, work);
        } catch (RuntimeException e) {
            return failed(held, work, e);
        }
    }

    private ExitCode work(HeldJob held, Work work) {
        Job job = held.job();
        Optional<JobKind> kind =
                kinds.stream().filter(one -> one.name().equals(job.order().kind())).findFirst();
        if (kind.isEmpty()) {
            return impossible(
                    held, work, "There is no kind of job '%s'.".formatted(job.order().kind()));
        }
        JsonNode parameters = parameters(job);
        List<String> problems =
                JobKinds.of(job.order().kind())
                        .map(description -> description.problems(parameters))
                        .orElseGet(List::of);
        if (!problems.isEmpty()) {
            return impossible(held, work, String.join(" ", problems));
        }
        Optional<JobInput> input = files.input(job);
        if (input.isEmpty() && takesFile(job)) {
            return impossible(
                    held, work, "The file was deleted; restore it, or run the job on another one.");
        }
        try (TaskFolder folder = TaskFolder.in(folders, job.id(), job.state().attempt())) {
            Assignment assignment =
                    new Assignment(job.id(), first(job), input, parameters, folder.path());
            return switch (kind.get().run(assignment, work)) {
                case JobResult.Impossible(String reason) -> impossible(held, work, reason);
                case JobResult.NotNow(String reason) -> notNow(held, work, reason);
                case JobResult.Made made -> publish(held, work, made);
            };
        } catch (IOException | UncheckedIOException e) {
            if (FullDisk.isCauseOf(e)) {
                return notNow(held, work, "The disk of the task's machine is full.");
            }
            throw e instanceof UncheckedIOException known
                    ? known
                    : new UncheckedIOException((IOException) e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /// Other kinds have no use for it, and one of them no right to read another job.
    private JobId first(Job job) {
        return job.order().kind().equals(JobKinds.IMPORT_RECIPES) ? store.firstOf(job) : job.id();
    }

    private static boolean takesFile(Job job) {
        return JobKinds.of(job.order().kind()).filter(JobKindDescription::takesFile).isPresent();
    }

    private JsonNode parameters(Job job) {
        try {
            return ProtocolJson.mapper().readTree(store.parameters(job.id()).orElse("{}"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The parameters of job %s are no JSON".formatted(job.id()), e);
        }
    }

    private ExitCode publish(HeldJob held, Work work, JobResult.Made made) throws IOException {
        List<LiveFile> outputs = new ArrayList<>();
        for (Output output : made.outputs()) {
            LiveFile file = files.put(held.job(), outputs.size(), output, clock.instant());
            work.say("Made %s, %d bytes.".formatted(file.name(), file.size()));
            outputs.add(file);
        }
        work.flush();
        FailPoint.reach("processor.after-output");
        Instant now = clock.instant();
        List<FileId> ids = outputs.stream().map(LiveFile::id).toList();
        Refusals refusals = new Refusals();
        Outcome outcome =
                held.change(
                        running -> running.succeeded(ids, now, made.summary()),
                        LiveFile.publication(outputs, settings.quota()),
                        refusals::add);
        if (outcome != Outcome.DONE) {
            outputs.forEach(files::discard);
        }
        if (outcome != Outcome.REFUSED) {
            return exit(outcome);
        }
        return refusals.isQuotaAlone()
                ? impossible(
                        held,
                        work,
                        "The output has %d bytes, for which the owner's quota has no room; delete files and empty the trash first."
                                .formatted(outputs.stream().mapToLong(LiveFile::size).sum()))
                : notNow(held, work, refusals.reason());
    }

    private ExitCode notNow(HeldJob held, Work work, String reason) {
        work.say(reason);
        work.flush();
        Instant now = clock.instant();
        int most = held.job().order().mostAttempts();
        return exit(held.end(running -> running.attemptFailed(now, reason, most)));
    }

    private ExitCode impossible(HeldJob held, Work work, String reason) {
        work.say(reason);
        work.flush();
        Instant now = clock.instant();
        return exit(held.end(running -> running.failed(now, reason)));
    }

    /// What failed by itself is tried again, as far as there are attempts left.
    private ExitCode failed(HeldJob held, Work work, RuntimeException e) {
        // What is written from here on must not be broken off by what ended the work.
        boolean _ = Thread.interrupted();
        if (work.awaitOver(settings.lease())) {
            return work.isLost() ? ExitCode.LEASE_LOST : ExitCode.RECORDED;
        }
        work.say(FAILED);
        log.atError()
                .addKeyValue("jobId", held.job().id())
                .addKeyValue("attempt", held.job().state().attempt())
                .setCause(e)
                .log("The attempt failed");
        return work.soFar().map(soFar -> endedIn(soFar, held, work)).orElse(ExitCode.TRY_AGAIN);
    }

    /// Says how far it came, which nobody else knows; as long as that can be written.
    private ExitCode endedIn(String soFar, HeldJob held, Work work) {
        try {
            return notNow(held, work, FAILED + " " + soFar);
        } catch (SdkException e) {
            return ExitCode.TRY_AGAIN;
        }
    }

    private static ExitCode exit(Outcome outcome) {
        return outcome == Outcome.DONE ? ExitCode.RECORDED : ExitCode.LEASE_LOST;
    }
}
