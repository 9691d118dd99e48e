package dev.makeline.benchmark;

import dev.makeline.benchmark.insights.InsightsRun;
import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.latency.Percentiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Reads the figures of a recipe with ten makes and of one with many, at an instance of its own.
@Command(
        name = "insights",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the figures of a recipe with ten makes and of one with many.")
final class InsightsBenchmark implements Callable<Integer> {

    private static final int EXIT_COULD_NOT_RUN = 2;
    private static final int FEW = 10;
    private static final int MOST = 1_000_000;
    private static final long RECIPE_OF_FEW = 1;
    private static final long RECIPE_OF_MANY = 2;

    @Option(
            names = "--makes",
            defaultValue = "100000",
            description = "of the second recipe, 10 to 1000000 (default ${DEFAULT-VALUE})")
    private int makes;

    @Option(
            names = "--readings",
            defaultValue = "500",
            description = "to measure in each case (default ${DEFAULT-VALUE})")
    private int readings;

    @Option(
            names = "--warm-up",
            defaultValue = "1000",
            description = "readings before each case that do not count (default ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--home", hidden = true, defaultValue = "${sys:makeline.home:-.}")
    private Path home = Path.of(".");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    private final Progress progress = new Progress();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (makes < FEW || makes > MOST || readings < 1 || warmUp < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--makes is from %d to %d, --readings is 1 or more and --warm-up is 0 or more."
                            .formatted(FEW, MOST));
        }
        Path folder = Files.createTempDirectory("makeline-bench-");
        progress.accept("logs in " + folder);
        try (Instance instance = new Instance(home, folder, false)) {
            InsightsRun run = InsightsRun.start(instance, progress);
            run.addRecipe(RECIPE_OF_FEW, FEW);
            run.addRecipe(RECIPE_OF_MANY, makes);
            Percentiles few = run.measure(RECIPE_OF_FEW, FEW, warmUp, readings);
            Percentiles many = run.measure(RECIPE_OF_MANY, makes, warmUp, readings);
            System.out.printf(
                    "%s%n%n%s",
                    Machine.thisOne().sentence(),
                    ReportTable.of(
                            List.of(
                                    told("p50", many.p50(), few.p50()),
                                    told("p99", many.p99(), few.p99()))));
            return ExitCode.OK;
        } catch (InstanceFailedException e) {
            progress.accept(String.valueOf(e.getMessage()));
            return EXIT_COULD_NOT_RUN;
        }
    }

    private Measure told(String statistic, Duration many, Duration few) {
        return Measure.told(
                "%s of the figures of %,d makes".formatted(statistic, makes),
                millis(many),
                "%s with %d".formatted(millis(few), FEW));
    }

    private static String millis(Duration duration) {
        return "%.1f ms".formatted(duration.toNanos() / 1e6);
    }
}
