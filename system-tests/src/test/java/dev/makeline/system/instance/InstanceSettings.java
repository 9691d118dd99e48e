package dev.makeline.system.instance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How an instance under test differs from what `makeline up` starts.
///
/// @param localAwsArguments beside the ports
/// @param environment for each service, beside what the launcher gives it
/// @param throughProxies whether a fault proxy stands before each dependency
/// @param visibility of messages in both queues; whole seconds
public record InstanceSettings(
        String name,
        List<String> localAwsArguments,
        Map<Program, Map<String, String>> environment,
        boolean throughProxies,
        Duration visibility) {

    /// What a killed consumer held comes back this much later: short, so that a test need not wait
    /// a minute; long above what one message takes on a busy machine.
    private static final Duration SHORT_VISIBILITY = Duration.ofSeconds(6);

    public InstanceSettings {
        localAwsArguments = List.copyOf(localAwsArguments);
        environment = Map.copyOf(environment);
    }

    /// What waits for something that may yet come, or heals what a death left, from minutes to
    /// seconds: what is tested is that it heals, not how long a person may wait.
    private static final Map<Program, Map<String, String>> IMPATIENT =
            Map.of(
                    Program.SENDER,
                    Map.of("MAKELINE_SENDER_DELIVERY_GRACE", "2s"),
                    Program.RECIPE_SERVER,
                    Map.of("MAKELINE_INTAKE_SWEEP_INTERVAL", "5s"),
                    Program.WATCHER,
                    Map.of(
                            "MAKELINE_WATCHER_LISTING_INTERVAL", "2s",
                            "MAKELINE_WATCHER_LISTING_GRACE", "2s",
                            "MAKELINE_WATCHER_LISTING_LEASE", "6s",
                            "MAKELINE_WATCHER_STRANDED_FIRST_ROUND", "2s",
                            "MAKELINE_WATCHER_STRANDED_INTERVAL", "2s",
                            "MAKELINE_WATCHER_STRANDED_AFTER", "10s",
                            "MAKELINE_WATCHER_STRANDED_AFTER_AT_START", "8s"));

    /// In memory, no proxies.
    public static InstanceSettings named(String name) {
        return new InstanceSettings(name, List.of("--memory"), IMPATIENT, false, SHORT_VISIBILITY);
    }

    public InstanceSettings withLocalAws(String... arguments) {
        List<String> all = new ArrayList<>(localAwsArguments);
        all.addAll(List.of(arguments));
        return new InstanceSettings(name, all, environment, throughProxies, visibility);
    }

    public InstanceSettings withDataKept(Path folder) {
        return new InstanceSettings(
                name,
                List.of("--data", folder.toString()),
                environment,
                throughProxies,
                visibility);
    }

    public InstanceSettings with(Program program, String variable, String value) {
        Map<Program, Map<String, String>> all = new EnumMap<>(Program.class);
        all.putAll(environment);
        Map<String, String> variables = new HashMap<>(all.getOrDefault(program, Map.of()));
        variables.put(variable, value);
        all.put(program, Map.copyOf(variables));
        return new InstanceSettings(name, localAwsArguments, all, throughProxies, visibility);
    }

    public InstanceSettings withProxies() {
        return new InstanceSettings(name, localAwsArguments, environment, true, visibility);
    }

    public InstanceSettings withVisibility(Duration duration) {
        return new InstanceSettings(name, localAwsArguments, environment, throughProxies, duration);
    }
}
