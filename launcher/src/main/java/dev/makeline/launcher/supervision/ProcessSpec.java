package dev.makeline.launcher.supervision;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One child process, before it runs.
///
/// @param environment all of it: nothing is inherited beside this
/// @param log takes what the process prints, appended
/// @param forgetsOnRestart its state is gone with it, so that whatever started after it must start
///   anew as well
public record ProcessSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        Readiness readiness,
        boolean forgetsOnRestart) {

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (name.isBlank() || command.isEmpty()) {
            throw new IllegalArgumentException("A process needs a name and a command");
        }
    }

    /// Hides the environment, which holds secrets.
    @Override
    public String toString() {
        return "ProcessSpec[name=%s, command=%s]".formatted(name, command);
    }
}
