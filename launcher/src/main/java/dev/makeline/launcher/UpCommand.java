package dev.makeline.launcher;

import dev.makeline.launcher.instance.Home;
import dev.makeline.launcher.instance.Instance;
import dev.makeline.launcher.instance.InstanceSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs Makeline until Ctrl-C, `down`, or a service that cannot be kept running.
@Command(name = "up", description = "Starts Makeline on this machine and keeps it running.")
final class UpCommand implements Callable<Integer> {

    private final PrintStream out = System.out;

    @Mixin private final PortOptions ports = new PortOptions();
    @ArgGroup private DataChoice data = new DataChoice();

    @Option(names = "--logs", description = "Show the services' logs here as well.")
    private boolean logs;

    @Override
    public Integer call() throws InterruptedException {
        Home home = Home.ofThisProcess();
        InstanceSettings settings = new InstanceSettings(data.folder(home), ports.ports(), logs);
        try (Instance instance = Instance.start(home, settings, out)) {
            out.println(Welcome.to(instance.description()));
            throw instance.awaitFailure();
        }
    }

    /// Where the data goes: at most one of these.
    static final class DataChoice {

        @Option(names = "--memory", description = "Keep no data.")
        private boolean memory;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Keep the data in DIR instead of .makeline.")
        private Optional<Path> folder = Optional.empty();

        Optional<Path> folder(Home home) {
            return memory ? Optional.empty() : folder.or(() -> Optional.of(home.defaultData()));
        }
    }
}
