package dev.makeline.benchmark;

import dev.makeline.benchmark.micro.LineReadingBenchmark;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the JMH benchmark of reading ingredient lines.
@Command(
        name = "lines",
        mixinStandardHelpOptions = true,
        description = "Measures how many ingredient lines one core reads in a second.")
final class LinesBenchmark implements Callable<Integer> {

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "to measure for (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--gc", description = "tell what each line allocates as well")
    private boolean gc;

    @Override
    public Integer call() throws RunnerException {
        new JmhRun(LineReadingBenchmark.class.getSimpleName(), seconds, gc).run();
        return 0;
    }
}
