package dev.makeline.benchmark;

import dev.makeline.benchmark.micro.PasswordHashBenchmark;
import java.util.concurrent.Callable;
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
        new JmhRun(PasswordHashBenchmark.class.getSimpleName(), seconds, false)
                .run("-XX:TieredStopAtLevel=1", "-Xmx256m");
        return 0;
    }
}
