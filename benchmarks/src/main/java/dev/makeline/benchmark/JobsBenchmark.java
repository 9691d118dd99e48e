package dev.makeline.benchmark;

import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.instance.Program;
import dev.makeline.benchmark.jobs.JobTimes;
import dev.makeline.benchmark.jobs.JobsRun;
import dev.makeline.benchmark.jobs.JobsRun.ManyAtOnce;
import dev.makeline.benchmark.jobs.JobsRun.OneByOne;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// Jobs at instances of their own: without the tasks' cache, which is the reference, and with it.
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures what a job takes beside its work, and many that wait.")
final class JobsBenchmark implements Callable<Integer> {

    private static final int EXIT_COULD_NOT_RUN = 2;
    private static final int WARM_UP = 3;
    private static final long MOST_OVERHEAD = 1_500;
    private static final long MOST_DISPATCH = 200;
    private static final long MOST_MEBIBYTES = 160;

    @Option(
            names = "--jobs",
            defaultValue = "20",
            description = "one after another (default ${DEFAULT-VALUE})")
    private int jobs;

    @Option(
            names = "--queued",
            defaultValue = "1000",
            description = "ordered at once; 0 for none (default ${DEFAULT-VALUE})")
    private int queued;

    @Option(names = "--home", hidden = true, defaultValue = "${sys:makeline.home:-.}")
    private Path home = Path.of(".");

    private final Progress progress = new Progress();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("makeline-bench-");
        progress.accept("logs in " + folder);
        Path cache = folder.resolve("cache");
        List<Measure> measures = new ArrayList<>();
        try {
            OneByOne plain;
            try (Instance instance = new Instance(home, folder, false)) {
                JobsRun run = JobsRun.start(instance, progress);
                run.warmUp(WARM_UP, Optional.empty());
                plain = run.oneByOne(jobs);
            }
            try (Instance instance = new Instance(home, folder, false)) {
                instance.set(
                        Program.PROCESSOR,
                        "MAKELINE_PROCESSOR_LOCAL_RUNNER_CACHE_FOLDER",
                        cache.toString());
                JobsRun run = JobsRun.start(instance, progress);
                run.warmUp(WARM_UP, Optional.of(cache));
                measures.addAll(measures(plain, run.oneByOne(jobs)));
                if (queued > 0) {
                    measures.addAll(measures(run.manyAtOnce(queued)));
                }
            }
        } catch (InstanceFailedException | CompletionException e) {
            progress.accept(String.valueOf(e.getMessage()));
            return EXIT_COULD_NOT_RUN;
        }
        System.out.printf("%s%n%n%s", Machine.thisOne().sentence(), ReportTable.of(measures));
        return ExitCode.OK;
    }

    private static List<Measure> measures(OneByOne plain, OneByOne cached) {
        return List.of(
                millis("created to succeeded, p50", plain, cached, JobTimes::whole, MOST_OVERHEAD),
                millis("of which dispatch, p50", plain, cached, JobTimes::dispatch, MOST_DISPATCH),
                millis("of which the task's start, p50", plain, cached, JobTimes::starting, 0),
                millis("of which its work, p50", plain, cached, JobTimes::running, 0),
                new Measure(
                        "memory of the largest task, resident",
                        "%d MiB".formatted(cached.largestTaskMebibytes()),
                        "< %d MiB".formatted(MOST_MEBIBYTES),
                        cached.largestTaskMebibytes() < MOST_MEBIBYTES,
                        "%d MiB without the cache".formatted(plain.largestTaskMebibytes())));
    }

    private static List<Measure> measures(ManyAtOnce many) {
        return List.of(
                new Measure(
                        "jobs ordered at once that succeeded",
                        "%,d".formatted(many.succeeded()),
                        "%,d".formatted(many.ordered()),
                        many.succeeded() == many.ordered(),
                        "%.0f s, %.1f a minute"
                                .formatted(
                                        many.time().toMillis() / 1e3,
                                        many.ordered() * 60e3 / many.time().toMillis())),
                Measure.told(
                        "tasks at once, at most",
                        Integer.toString(many.mostTasks()),
                        "2 by the settings"),
                Measure.told(
                        "memory of the dispatcher, resident",
                        "%d MiB".formatted(many.dispatcherMebibytes()),
                        "a heap of 128 MiB"));
    }

    private static Measure millis(
            String name,
            OneByOne plain,
            OneByOne cached,
            Function<JobTimes, Duration> part,
            long target) {
        long reached = median(cached, part);
        String reference = "%,d ms without the cache".formatted(median(plain, part));
        return target == 0
                ? Measure.told(name, "%,d ms".formatted(reached), reference)
                : new Measure(
                        name,
                        "%,d ms".formatted(reached),
                        "< %,d ms".formatted(target),
                        reached < target,
                        reference);
    }

    private static long median(OneByOne run, Function<JobTimes, Duration> part) {
        List<Long> sorted =
                run.times().stream().map(part).map(Duration::toMillis).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
