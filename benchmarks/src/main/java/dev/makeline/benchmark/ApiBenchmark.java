package dev.makeline.benchmark;

import dev.makeline.benchmark.api.ApiRun;
import dev.makeline.benchmark.api.LogInCost;
import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.pipeline.PipelineRun;
import dev.makeline.benchmark.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Asks a whole instance of its own for people, files, tokens and recipes, at a fixed rate.
@Command(
        name = "api",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the API of people and their files at a fixed rate, and log ins.")
final class ApiBenchmark implements Callable<Integer> {

    private static final int EXIT_COULD_NOT_RUN = 2;
    private static final int RECIPES = 50;
    private static final int MAKES = 200;

    /// The people's access tokens last 15 minutes, and registering takes some of them.
    private static final int MOST_SECONDS = 600;

    @Option(
            names = "--rate",
            defaultValue = "50",
            description = "requests a second (default ${DEFAULT-VALUE})")
    private double rate;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "how long they come (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--warm-up-seconds",
            defaultValue = "20",
            description = "at the same rate before anything counts (default ${DEFAULT-VALUE})")
    private int warmUpSeconds;

    @Option(
            names = "--log-ins",
            defaultValue = "50",
            description = "one after the other (default ${DEFAULT-VALUE})")
    private int logIns;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "another number gives another order (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--home", hidden = true, defaultValue = "${sys:makeline.home:-.}")
    private Path home = Path.of(".");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    private final Progress progress = new Progress();

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        Path folder = Files.createTempDirectory("makeline-bench-");
        progress.accept("logs in " + folder);
        try (Instance instance = new Instance(home, folder, false)) {
            ApiReport report = run(instance);
            System.out.printf(
                    "%s%n%n%s", Machine.thisOne().sentence(), ReportTable.of(report.measures()));
            return ExitCode.OK;
        } catch (InstanceFailedException | CompletionException e) {
            progress.accept(String.valueOf(e.getMessage()));
            return EXIT_COULD_NOT_RUN;
        }
    }

    private ApiReport run(Instance instance) throws InterruptedException {
        PipelineRun pipeline = new PipelineRun(instance, new Workload(seed, RECIPES), progress);
        pipeline.start();
        pipeline.warmUp(MAKES);
        ApiRun run = new ApiRun(instance, progress);
        LogInCost cost = run.logIns(logIns);
        return new ApiReport(
                cost,
                run.load(
                        rate,
                        Duration.ofSeconds(warmUpSeconds),
                        Duration.ofSeconds(seconds),
                        seed));
    }

    private void check() {
        if (!(rate > 0) || seconds < 1 || logIns < 1 || warmUpSeconds < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--rate is more than 0, --seconds and --log-ins are 1 or more and --warm-up-seconds is 0 or more.");
        }
        if (warmUpSeconds + seconds > MOST_SECONDS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--warm-up-seconds and --seconds are %d at most together, since access tokens last 15 minutes."
                            .formatted(MOST_SECONDS));
        }
    }
}
