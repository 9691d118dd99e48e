package dev.makeline.processor.task.ecs;

import dev.makeline.operations.SteadyClock;
import dev.makeline.processor.ecs.EcsStandIn;
import dev.makeline.processor.task.TaskRunner;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.ecs.EcsClient;

/// Runners for the stand-in, on Spot first.
public final class EcsTasks {

    private EcsTasks() {}

    public static TaskRunner runner(EcsClient ecs, SteadyClock steadyClock) {
        return new EcsTaskRunner(ecs, withoutContainers(), settings(true), steadyClock);
    }

    static ContainerRights withoutContainers() {
        return (request, _, _) -> {
            throw new AssertionError(request + " brings a container");
        };
    }

    static EcsSettings settings(boolean spot) {
        return new EcsSettings(
                EcsStandIn.CLUSTER,
                "makeline-task",
                "task",
                List.of("subnet-1", "subnet-2"),
                List.of("sg-1"),
                false,
                spot,
                Duration.ofSeconds(1),
                Duration.ofSeconds(60));
    }
}
