package dev.makeline.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./makeline bench`: chooses among the benchmarks.
@Command(
        name = "makeline bench",
        mixinStandardHelpOptions = true,
        description = "Measures Makeline on this machine.",
        subcommands = {
            PipelineBenchmark.class,
            CompareBenchmark.class,
            LinesBenchmark.class,
            PasswordsBenchmark.class,
            ApiBenchmark.class,
            ListingBenchmark.class,
            JobsBenchmark.class,
            ImportBenchmark.class,
            InsightsBenchmark.class,
            UsageBenchmark.class,
            ScaleBenchmark.class,
            CostBenchmark.class,
            PagesBenchmark.class,
            AccuracyBenchmark.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
