package dev.makeline.benchmark;

import dev.makeline.benchmark.accuracy.Accuracy;
import dev.makeline.benchmark.accuracy.Measured;
import dev.makeline.benchmark.accuracy.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Prints how right the comparison and the readings are, beside their targets.
@Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        description = "Measures how right the comparison and the readings are.")
final class AccuracyBenchmark implements Callable<Integer> {

    @Option(
            names = "--data",
            description =
                    "a folder of labelled data; without it only what the project makes itself")
    private @Nullable Path data;

    @Option(
            names = "--pairs",
            defaultValue = "10000",
            description = "of recipes to compare for each measure (default ${DEFAULT-VALUE})")
    private int pairs;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "the same seed gives the same pairs (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--verbose", description = "list what was missed and what was invented")
    private boolean verbose;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        check();
        List<Measured> all = new Accuracy(Optional.ofNullable(data), pairs, seed).measure();
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                ReportTable.of(
                        all.stream()
                                .flatMap(measured -> measured.rows().stream())
                                .map(AccuracyBenchmark::measure)
                                .toList()));
        all.stream().flatMap(measured -> measured.notes().stream()).forEach(out::println);
        if (verbose) {
            all.stream().flatMap(measured -> measured.details().stream()).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private void check() {
        if (data != null && !Files.isDirectory(data)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--data names the folder of labelled data, but %s is no folder."
                            .formatted(data));
        }
        if (pairs < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--pairs is 1 or more; got %d.".formatted(pairs));
        }
    }

    private static Measure measure(Row row) {
        return new Measure(row.measure(), row.reached(), row.target(), row.met(), row.reference());
    }
}
