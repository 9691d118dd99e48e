package dev.makeline.launcher;

import dev.makeline.launcher.instance.Home;
import dev.makeline.launcher.instance.RunningInstance;
import dev.makeline.launcher.instance.RunningInstances;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/// Which of the running instances a command is about.
final class InstanceChoice {

    @Option(
            names = "--pid",
            paramLabel = "PID",
            description = "The instance with this pid, when more than one runs.")
    private Optional<Long> pid = Optional.empty();

    RunningInstance find() {
        return new RunningInstances(Home.ofThisProcess())
                .find(pid.map(OptionalLong::of).orElse(OptionalLong.empty()));
    }
}
