package dev.makeline.benchmark.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.benchmark.api.Person;
import dev.makeline.benchmark.api.UploadedFile;
import dev.makeline.benchmark.instance.ApiClient;
import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.instance.Program;
import dev.makeline.benchmark.workload.DroppedFile;
import dev.makeline.benchmark.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Has a job import one file at an instance of its own. Not thread-safe.
public final class ImportRun {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Instance instance;
    private final ApiClient api;
    private final Consumer<String> progress;

    private ImportRun(Instance instance, Consumer<String> progress) {
        this.instance = instance;
        this.api = instance.apiClient();
        this.progress = progress;
    }

    /// Starts all of Makeline.
    public static ImportRun start(Instance instance, Consumer<String> progress)
            throws InterruptedException {
        progress.accept("starting local AWS and all services");
        instance.startLocalAws();
        instance.start(Program.RECIPE_SERVER, Program.WATCHER, Program.SENDER, Program.PROCESSOR);
        return new ImportRun(instance, progress);
    }

    /// @param recipes of the documents, each with as many makes as the others
    public ImportTimes measure(long seed, int recipes, int makes) throws InterruptedException {
        String token = Person.register(api, "importer").logIn(api).access();
        String file = file(new Workload(seed, recipes), makes);
        long bytes = file.getBytes(UTF_8).length;
        UploadedFile uploaded = UploadedFile.upload(api, token, "documents.json", file);
        progress.accept("importing %,d documents".formatted(recipes + makes));
        double keptBefore = instance.makesKept();
        long began = System.nanoTime();
        String job = order(uploaded, token);
        await(() -> hasSucceeded(job, token), "The job is not over");
        Duration reported = Duration.ofNanos(System.nanoTime() - began);
        progress.accept("the job has succeeded; waiting for the last make");
        await(() -> instance.makesKept() - keptBefore >= makes, "Not all makes are kept");
        Duration kept = Duration.ofNanos(System.nanoTime() - began);
        return new ImportTimes(recipes + makes, bytes, reported, kept);
    }

    private static String file(Workload workload, int makes) {
        List<DroppedFile> made = IntStream.range(0, makes).mapToObj(workload::make).toList();
        return "{\"recipes\":[%s],\"makes\":[%s]}"
                .formatted(joined(workload.recipes()), joined(made));
    }

    private static String joined(List<DroppedFile> documents) {
        return documents.stream().map(DroppedFile::content).collect(Collectors.joining(",\n"));
    }

    private String order(UploadedFile file, String token) {
        return api.send(
                        "POST",
                        "/jobs",
                        Optional.of(token),
                        Optional.of(
                                Map.of(
                                        "kind",
                                        "import-recipes",
                                        "fileId",
                                        file.id(),
                                        "parameters",
                                        Map.of())))
                .path("jobId")
                .asText();
    }

    private boolean hasSucceeded(String job, String token) {
        JsonNode now = api.get("/jobs/" + job, token);
        return switch (now.path("state").asText()) {
            case "succeeded" -> true;
            case "queued", "starting", "running" -> false;
            default -> throw new InstanceFailedException("The job ended otherwise: " + now);
        };
    }

    private void await(Condition condition, String otherwise) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            instance.checkAlive();
            if (System.nanoTime() > deadline) {
                throw new InstanceFailedException(
                        "%s after %d minutes".formatted(otherwise, PATIENCE.toMinutes()));
            }
            Thread.sleep(PAUSE);
        }
    }

    private interface Condition {

        boolean holds();
    }
}
