package dev.makeline.benchmark;

import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.listing.ListingCost;
import dev.makeline.benchmark.listing.ListingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Lists ten files at an instance of its own, before and after others' files are put beside them.
@Command(
        name = "listing",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures a list of ten files, alone and among those of others.")
final class ListingBenchmark implements Callable<Integer> {

    private static final int EXIT_COULD_NOT_RUN = 2;
    private static final int MOST_OTHERS = 1_000_000;

    @Option(
            names = "--others",
            defaultValue = "100000",
            description = "files of others, up to 1000000 (default ${DEFAULT-VALUE})")
    private int others;

    @Option(
            names = "--lists",
            defaultValue = "500",
            description = "to measure in each case (default ${DEFAULT-VALUE})")
    private int lists;

    @Option(
            names = "--warm-up",
            defaultValue = "1000",
            description = "lists before each case that do not count (default ${DEFAULT-VALUE})")
    private int warmUp;

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
            ListingRun run = ListingRun.start(instance, progress);
            ListingCost alone = run.measure(warmUp, lists);
            run.addOthers(others);
            ListingReport report = new ListingReport(others, alone, run.measure(warmUp, lists));
            System.out.printf(
                    "%s%n%n%s", Machine.thisOne().sentence(), ReportTable.of(report.measures()));
            return ExitCode.OK;
        } catch (InstanceFailedException | CompletionException e) {
            progress.accept(String.valueOf(e.getMessage()));
            return EXIT_COULD_NOT_RUN;
        }
    }

    private void check() {
        if (others < 1 || others > MOST_OTHERS || lists < 1 || warmUp < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--others is from 1 to %d, --lists is 1 or more and --warm-up is 0 or more."
                            .formatted(MOST_OTHERS));
        }
    }
}
