package dev.makeline.processor.task;

import dev.makeline.protocol.ResourceNames;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What of this process's environment its tasks get: where things are, never what the service may
/// do. A pure function.
final class TaskEnvironment {

    private static final Set<String> NAMES =
            Set.of(
                    "PATH",
                    "HOME",
                    "LANG",
                    "LC_ALL",
                    "TZ",
                    "TMPDIR",
                    "JAVA_HOME",
                    "AWS_REGION",
                    "AWS_DEFAULT_REGION",
                    "AWS_ENDPOINT_URL",
                    "AWS_EC2_METADATA_DISABLED",
                    // Where the container engine is, for those who have one.
                    "DOCKER_HOST",
                    "DOCKER_CONTEXT",
                    "DOCKER_CONFIG",
                    "XDG_RUNTIME_DIR",
                    ResourceNames.INTAKE_BUCKET_VARIABLE,
                    ResourceNames.FILES_BUCKET_VARIABLE,
                    "MAKELINE_FAIL_POINT");

    private static final Set<String> PREFIXES =
            Set.of(
                    "AWS_ENDPOINT_URL_",
                    "MAKELINE_AWS_",
                    "MAKELINE_PROCESSOR_RUN_",
                    "MAKELINE_PROCESSOR_CONTAINER_");

    private TaskEnvironment() {}

    static Map<String, String> of(Map<String, String> environment, LocalRunnerSettings settings) {
        Map<String, String> allowed =
                environment.entrySet().stream()
                        .filter(variable -> isAllowed(variable.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        allowed.put("AWS_ACCESS_KEY_ID", settings.taskAccessKeyId());
        allowed.put("AWS_SECRET_ACCESS_KEY", settings.taskSecretAccessKey());
        return allowed;
    }

    private static boolean isAllowed(String name) {
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
