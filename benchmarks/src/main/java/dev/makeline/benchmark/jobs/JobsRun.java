package dev.makeline.benchmark.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.benchmark.api.UploadedFile;
import dev.makeline.benchmark.instance.ApiClient;
import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.instance.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Has one instance run `append-text` jobs on a file of 1 KiB. Not thread-safe.
public final class JobsRun {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PATIENCE_WITH_MANY = Duration.ofMinutes(60);
    private static final Set<String> LIVE = Set.of("queued", "starting", "running");

    private final Instance instance;
    private final ApiClient api;
    private final String token;
    private final UploadedFile file;
    private final Consumer<String> progress;

    private JobsRun(Instance instance, Consumer<String> progress) {
        this.instance = instance;
        this.api = instance.apiClient();
        this.token = instance.operatorToken();
        this.progress = progress;
        this.file = UploadedFile.upload(api, token, "notes.txt", "flour ".repeat(171).substring(2));
    }

    public static JobsRun start(Instance instance, Consumer<String> progress)
            throws InterruptedException {
        progress.accept("starting local AWS, recipe-server and processor-service");
        instance.startLocalAws();
        instance.start(Program.RECIPE_SERVER, Program.PROCESSOR);
        return new JobsRun(instance, progress);
    }

    /// Jobs that are not told of. With a cache they go on until one of them has left it.
    ///
    /// @param cache its folder
    public void warmUp(int jobs, Optional<Path> cache) throws IOException, InterruptedException {
        progress.accept("warming up");
        for (int job = 0; job < jobs; job++) {
            awaitSuccess(order());
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (cache.isPresent() && !isThere(cache.get())) {
            if (System.nanoTime() > deadline) {
                throw new InstanceFailedException("No task left a cache within " + PATIENCE);
            }
            Thread.sleep(POLL);
        }
    }

    private static boolean isThere(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.anyMatch(file -> file.toString().endsWith(".aot"));
        }
    }

    /// One after another.
    public OneByOne oneByOne(int jobs) throws InterruptedException {
        progress.accept("%d jobs one after another".formatted(jobs));
        List<JobTimes> times = new ArrayList<>();
        try (TaskWatch watch = TaskWatch.of(instance.handle(Program.PROCESSOR))) {
            for (int job = 0; job < jobs; job++) {
                times.add(JobTimes.of(awaitSuccess(order())));
            }
            return new OneByOne(times, watch.largestMebibytes());
        }
    }

    /// All ordered before the first is over.
    public ManyAtOnce manyAtOnce(int jobs) throws InterruptedException {
        progress.accept("ordering %,d jobs".formatted(jobs));
        try (TaskWatch watch = TaskWatch.of(instance.handle(Program.PROCESSOR))) {
            int before = count("succeeded");
            long began = System.nanoTime();
            for (int job = 0; job < jobs; job++) {
                order();
            }
            progress.accept("all are ordered; waiting for the last");
            long deadline = began + PATIENCE_WITH_MANY.toNanos();
            while (isAnyLive()) {
                if (System.nanoTime() > deadline) {
                    throw new InstanceFailedException("Not all jobs have ended within an hour");
                }
                instance.checkAlive();
                Thread.sleep(Duration.ofSeconds(1));
            }
            return new ManyAtOnce(
                    jobs,
                    count("succeeded") - before,
                    Duration.ofNanos(System.nanoTime() - began),
                    watch.mostTasks(),
                    TaskWatch.peakMebibytes(instance.handle(Program.PROCESSOR)));
        }
    }

    private String order() {
        return api.send(
                        "POST",
                        "/jobs",
                        Optional.of(token),
                        Optional.of(
                                Map.of(
                                        "kind",
                                        "append-text",
                                        "fileId",
                                        file.id(),
                                        "parameters",
                                        Map.of("text", "salt"))))
                .path("jobId")
                .asText();
    }

    private JsonNode awaitSuccess(String job) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode now = api.get("/jobs/" + job, token);
            String state = now.path("state").asText();
            if (state.equals("succeeded")) {
                return now;
            }
            if (!LIVE.contains(state)) {
                throw new InstanceFailedException("A job ended otherwise: " + now);
            }
            instance.checkAlive();
            Thread.sleep(POLL);
        }
        throw new InstanceFailedException("A job was not over within " + PATIENCE);
    }

    private boolean isAnyLive() {
        return LIVE.stream()
                .anyMatch(state ->
                        !api.get("/jobs?all=false&limit=1&state=" + state, token)
                                .path("items")
                                .isEmpty());
    }

    private int count(String state) {
        int count = 0;
        Optional<String> cursor = Optional.empty();
        do {
            JsonNode page =
                    api.get(
                            "/jobs?all=false&limit=200&state="
                                    + state
                                    + cursor.map(one -> "&cursor=" + one).orElse(""),
                            token);
            count += page.path("items").size();
            cursor = Optional.of(page.path("nextCursor").asText()).filter(one -> !one.isEmpty());
        } while (cursor.isPresent());
        return count;
    }

    /// @param largestTaskMebibytes resident
    public record OneByOne(List<JobTimes> times, long largestTaskMebibytes) {

        public OneByOne {
            times = List.copyOf(times);
        }
    }

    /// @param mostTasks processes at once
    /// @param dispatcherMebibytes resident, at the peak
    public record ManyAtOnce(
            int ordered, int succeeded, Duration time, int mostTasks, long dispatcherMebibytes) {}
}
