package dev.makeline.benchmark;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// One brief run of JMH: good to a few per cent, enough to see a step.
///
/// @param include a regular expression that finds the benchmarks' names
/// @param seconds to measure each benchmark for
/// @param gc whether to tell what each operation allocates
record JmhRun(String include, int seconds, boolean gc) {

    /// Prints as it goes.
    void run() throws RunnerException {
        run(VerboseMode.NORMAL);
    }

    /// Prints nothing.
    ///
    /// @param more arguments of the JVM that is measured
    Collection<RunResult> results(String... more) throws RunnerException {
        return run(VerboseMode.SILENT, more);
    }

    private Collection<RunResult> run(VerboseMode verbosity, String... more)
            throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(include)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(seconds)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
                .jvmArgsAppend(more)
                .shouldFailOnError(true)
                .verbosity(verbosity);
        if (gc) {
            options.addProfiler("gc");
        }
        return new Runner(options.build()).run();
    }
}
