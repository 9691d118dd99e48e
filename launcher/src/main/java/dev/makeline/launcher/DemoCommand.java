package dev.makeline.launcher;

import dev.makeline.launcher.demo.Demo;
import dev.makeline.launcher.instance.CannotProceedException;
import dev.makeline.launcher.instance.Home;
import dev.makeline.launcher.instance.Instance;
import dev.makeline.launcher.instance.InstanceSettings;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs an instance that keeps nothing and shows on samples what Makeline does.
@Command(
        name = "demo",
        description =
                "Starts Makeline in memory, drops samples and shows what was done differently.")
final class DemoCommand implements Callable<Integer> {

    private final PrintStream out = System.out;

    @Mixin private final PortOptions ports = new PortOptions();

    @Option(
            names = "--exit",
            description =
                    "End after the samples; exit code 0 when all came out as they should, else 1.")
    private boolean exits;

    @Option(names = "--memory", description = "Keep no data; the demo never does.")
    void keepNothing(boolean always) {}

    @Option(names = "--logs", description = "Show the services' logs here as well.")
    private boolean logs;

    @Override
    public Integer call() throws InterruptedException {
        InstanceSettings settings = new InstanceSettings(Optional.empty(), ports.ports(), logs);
        try (Instance instance = Instance.start(Home.ofThisProcess(), settings, out)) {
            List<String> problems = Demo.run(instance.description(), out);
            problems.forEach(problem -> System.err.println("Not as it should be: " + problem));
            if (exits) {
                return problems.isEmpty() ? 0 : CannotProceedException.FAILED;
            }
            out.println(Welcome.to(instance.description()));
            throw instance.awaitFailure();
        }
    }
}
