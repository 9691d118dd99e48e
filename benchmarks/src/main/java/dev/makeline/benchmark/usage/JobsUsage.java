package dev.makeline.benchmark.usage;

import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.Program;
import dev.makeline.benchmark.jobs.JobTimes;
import dev.makeline.benchmark.jobs.JobsRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What one job uses, its task included, and what an hour without jobs uses.
public final class JobsUsage {

    private static final int WARM_UP = 3;

    private final Instance instance;
    private final Consumer<String> progress;

    public JobsUsage(Instance instance, Consumer<String> progress) {
        this.instance = instance;
        this.progress = progress;
    }

    /// @param job those who order it and look once a second whether it is over included; `seconds`
    ///   from the start of its task to its end
    /// @param idle of an hour, of the dispatcher and the server
    public record Result(Use job, Use idle) {}

    public Result run(int jobs, Duration quiet) throws java.io.IOException, InterruptedException {
        try (UseCounter counter =
                        UseCounter.of(instance, Program.RECIPE_SERVER, Program.PROCESSOR);
                RequestTap s3 = RequestTap.before(instance.endpoints().s3())) {
            instance.set(Program.RECIPE_SERVER, "AWS_ENDPOINT_URL_S3", s3.url());
            instance.set(Program.PROCESSOR, "AWS_ENDPOINT_URL_S3", s3.url());
            JobsRun run = JobsRun.start(instance, progress);
            run.warmUp(WARM_UP, Optional.empty());
            double seconds = medianSeconds(run.oneByOne(WARM_UP).times());
            progress.accept("%d s without jobs".formatted(quiet.toSeconds()));
            counter.begin();
            Thread.sleep(quiet);
            Use idle = counter.end();
            s3.take();
            counter.begin();
            long began = System.nanoTime();
            run.manyAtOnce(jobs);
            Use used = counter.end();
            double parts = (System.nanoTime() - began) / (double) quiet.toNanos();
            Use each = used.less(idle, parts).dividedBy(jobs);
            return new Result(
                    with(each, s3.take(), jobs, seconds),
                    idle.dividedBy(quiet.toSeconds() / 3600.0));
        }
    }

    private static Use with(Use each, Map<String, Integer> s3, int jobs, double seconds) {
        Map<String, Double> amounts = new TreeMap<>(each.amounts());
        s3.forEach(
                (method, count) -> amounts.put("requests.all.S3." + method, count / (double) jobs));
        amounts.keySet().removeIf(JobsUsage::isCountedByTheTap);
        amounts.put("seconds", seconds);
        return new Use(amounts);
    }

    /// What the services count of S3 is in what the tap has seen, beside what went by links.
    private static boolean isCountedByTheTap(String name) {
        return name.startsWith("requests.")
                && name.contains(".S3.")
                && !name.startsWith("requests.all.");
    }

    private static double medianSeconds(List<JobTimes> times) {
        List<Long> sorted =
                times.stream()
                        .map(time -> time.starting().plus(time.running()).toMillis())
                        .sorted()
                        .toList();
        return sorted.get(sorted.size() / 2) / 1000.0;
    }
}
