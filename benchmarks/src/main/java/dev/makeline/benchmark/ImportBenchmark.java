package dev.makeline.benchmark;

import dev.makeline.benchmark.importing.ImportRun;
import dev.makeline.benchmark.importing.ImportTimes;
import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Has one job import a file of recipes and makes at an instance of its own.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures an import-recipes job, from its order to the last make compared.")
final class ImportBenchmark implements Callable<Integer> {

    private static final int EXIT_COULD_NOT_RUN = 2;
    private static final int MOST_DOCUMENTS = 20_000;
    private static final int TARGET = 2_000;

    @Option(
            names = "--recipes",
            defaultValue = "500",
            description = "in the file (default ${DEFAULT-VALUE})")
    private int recipes;

    @Option(
            names = "--makes",
            defaultValue = "9500",
            description = "in the file, with its recipes up to 20000 (default ${DEFAULT-VALUE})")
    private int makes;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "of the documents (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--home", hidden = true, defaultValue = "${sys:makeline.home:-.}")
    private Path home = Path.of(".");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    private final Progress progress = new Progress();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (recipes < 1 || makes < 1 || recipes > MOST_DOCUMENTS - makes) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--recipes and --makes are 1 or more, and together at most %d."
                            .formatted(MOST_DOCUMENTS));
        }
        Path folder = Files.createTempDirectory("makeline-bench-");
        progress.accept("logs in " + folder);
        try (Instance instance = new Instance(home, folder, false)) {
            ImportTimes times = ImportRun.start(instance, progress).measure(seed, recipes, makes);
            System.out.printf(
                    "%s%n%n%s", Machine.thisOne().sentence(), ReportTable.of(measures(times)));
            return ExitCode.OK;
        } catch (InstanceFailedException | CompletionException e) {
            progress.accept(String.valueOf(e.getMessage()));
            return EXIT_COULD_NOT_RUN;
        }
    }

    static List<Measure> measures(ImportTimes times) {
        double rate = times.documentsAMinute();
        return List.of(
                new Measure(
                        "documents a minute, end to end",
                        "%,.0f".formatted(rate),
                        ">= %,d".formatted(TARGET),
                        rate >= TARGET,
                        "%,d documents in a file of %,d bytes"
                                .formatted(times.documents(), times.bytes())),
                Measure.told(
                        "the job, created to succeeded",
                        "%.1f s".formatted(times.reported().toMillis() / 1e3),
                        "all documents in the intake, and the report"),
                Measure.told(
                        "until the last make was compared",
                        "%.1f s".formatted(times.kept().toMillis() / 1e3),
                        "from the order of the job"));
    }
}
