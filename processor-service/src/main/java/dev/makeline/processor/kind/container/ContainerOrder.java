package dev.makeline.processor.kind.container;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.ResourceClass;
import java.util.List;
import java.util.Map;

/// A container that is wanted.
///
/// @param name of this very container; a name is used once
/// @param command arguments, each by itself
/// @param environment the variables that the container gets, and no others; secrets among them
record ContainerOrder(
        String name,
        String image,
        List<String> command,
        ResourceClass resources,
        Map<String, String> environment) {

    ContainerOrder {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    static String name(JobId job, int attempt) {
        return "makeline-%s-%d".formatted(job, attempt);
    }

    @Override
    public String toString() {
        return "ContainerOrder[name=%s, image=%s]".formatted(name, image);
    }
}
