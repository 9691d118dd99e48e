package dev.makeline.benchmark;

import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.usage.JobsUsage;
import dev.makeline.benchmark.usage.MakesUsage;
import dev.makeline.benchmark.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// Counts what a make, a job and an idle hour use, at an instance of its own, and prints the lines
/// that `bench scale` and `bench cost` go by.
@Command(
        name = "usage",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Counts requests, capacity units and processor time of a make, a job and an idle hour.")
final class UsageBenchmark implements Callable<Integer> {

    private static final int EXIT_COULD_NOT_RUN = 2;

    @Option(
            names = "--makes",
            defaultValue = "10000",
            description = "in the flood (default ${DEFAULT-VALUE})")
    private int makes;

    @Option(
            names = "--warm-up",
            defaultValue = "2000",
            description = "makes before anything is counted (default ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--rate",
            defaultValue = "10",
            description = "makes a second when they come one by one (default ${DEFAULT-VALUE})")
    private double rate;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "of one by one, and of nothing (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--jobs",
            defaultValue = "20",
            description = "0 for none (default ${DEFAULT-VALUE})")
    private int jobs;

    @Option(
            names = "--recipes",
            defaultValue = "50",
            description = "originals that makes are made from (default ${DEFAULT-VALUE})")
    private int recipes;

    @Option(names = "--home", hidden = true, defaultValue = "${sys:makeline.home:-.}")
    private Path home = Path.of(".");

    private final Progress progress = new Progress();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("makeline-bench-");
        progress.accept("logs in " + folder);
        Duration each = Duration.ofSeconds(seconds);
        try {
            MakesUsage.Result ofMakes;
            try (Instance instance = new Instance(home, folder, false)) {
                ofMakes =
                        new MakesUsage(instance, new Workload(1, recipes), progress)
                                .run(warmUp, makes, rate, each);
            }
            System.out.printf(
                    """
                    # Printed by ./makeline bench usage --makes %d --rate %.0f --seconds %d --jobs %d --recipes %d
                    # on %s, %s.
                    # Of one make in a flood (drained), of one make that comes alone (steady), of one job,
                    # and of an hour in which nothing happens (idle, with a dispatcher idle-jobs): requests
                    # of each service, DynamoDB's own count of capacity units by table and index, seconds
                    # of processor.
                    """,
                    makes,
                    rate,
                    seconds,
                    jobs,
                    recipes,
                    LocalDate.now(ZoneOffset.UTC),
                    Machine.thisOne().sentence());
            System.out.print(ofMakes.drained().lines("drained"));
            System.out.print(ofMakes.steady().lines("steady"));
            System.out.print(ofMakes.idle().lines("idle"));
            if (jobs > 0) {
                printJobs(folder, each);
            }
            return ExitCode.OK;
        } catch (InstanceFailedException | CompletionException e) {
            progress.accept(String.valueOf(e.getMessage()));
            return EXIT_COULD_NOT_RUN;
        }
    }

    private void printJobs(Path folder, Duration each) throws IOException, InterruptedException {
        try (Instance instance = new Instance(home, folder, false)) {
            JobsUsage.Result ofJobs = new JobsUsage(instance, progress).run(jobs, each);
            System.out.print(ofJobs.job().lines("job"));
            System.out.print(ofJobs.idle().lines("idle-jobs"));
        }
    }
}
