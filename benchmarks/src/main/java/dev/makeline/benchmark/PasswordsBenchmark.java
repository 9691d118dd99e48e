package dev.makeline.benchmark;

import dev.makeline.benchmark.micro.PasswordHashBenchmark;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the JMH benchmark of hashing a password, on a JVM that compiles as the services' do.
@Command(
        name = "passwords",
        mixinStandardHelpOptions = true,
        description = "Measures how long one core hashes a password for one log-in.")
final class PasswordsBenchmark implements Callable<Integer> {

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "to measure for (default ${DEFAULT-VALUE})")
    private int seconds;

    @Override
    public Integer call() throws RunnerException {
        Collection<RunResult> results =
                new JmhRun(PasswordHashBenchmark.class.getSimpleName(), seconds, false)
                        .results("-XX:TieredStopAtLevel=1", "-Xmx256m");
        System.out.printf(
                "%s%n%n%s",
                Machine.thisOne().sentence(),
                ReportTable.of(results.stream().map(PasswordsBenchmark::cost).toList()));
        return 0;
    }

    private static Measure cost(RunResult result) {
        return PasswordCost.of(
                        Integer.parseInt(result.getParams().getParam("iterations")),
                        counted(result, "hashes"),
                        counted(result, "cpuMicros"),
                        result.getPrimaryResult().getScore())
                .measure();
    }

    private static long counted(RunResult result, String name) {
        return (long) Objects.requireNonNull(result.getSecondaryResults().get(name)).getScore();
    }
}
