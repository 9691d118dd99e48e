package dev.makeline.benchmark;

import dev.makeline.benchmark.micro.ComparisonBenchmark;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs the JMH benchmarks of the inner loops.
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
        new JmhRun(name.isEmpty() ? ALL : name, seconds, gc).run();
        return 0;
    }
}
