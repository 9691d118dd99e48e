package dev.makeline.benchmark;

import dev.makeline.benchmark.micro.ComparisonBenchmark;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs the JMH benchmarks briefly: good to a few per cent, enough to see a step.
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Measures the inner loops: comparing, reading documents, upload jobs.")
final class CompareBenchmark implements Callable<Integer> {

    private static final String ALL = ComparisonBenchmark.class.getPackageName() + ".*";

    @Parameters(
            arity = "0..1",
            defaultValue = "",
            description = "part of a benchmark's name, for example Comparison; all when left out")
    private String name = "";

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "to measure each benchmark for (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--gc", description = "tell what each operation allocates as well")
    private boolean gc;

    @Override
    public Integer call() throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(name.isEmpty() ? ALL : name)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(seconds)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.NORMAL);
        if (gc) {
            options.addProfiler("gc");
        }
        new Runner(options.build()).run();
        return 0;
    }
}
