package dev.makeline.processor.task.ecs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.processor.task.TaskContainer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerCondition;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.ContainerDependency;
import software.amazon.awssdk.services.ecs.model.MountPoint;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.Volume;

/// Task definitions of two containers: the one of the task definition that all tasks have, and one
/// with an image that somebody registered. A third, of the first one's image, is over before that
/// starts: it lets everybody write to the second one's `/tmp`, which Fargate gives to root alone.
///
/// There is one for each image and command, in a family of its own, registered when it is first
/// wanted. Two dispatchers at once may register it twice, as two revisions that say the same.
///
/// Their tasks have no role, since every container of a task may do what its role may.
///
/// The dispatcher's role needs `ecs:DescribeTaskDefinition` and `ecs:RegisterTaskDefinition` (on
/// `*`, since ECS knows no narrower resource for them) and `iam:PassRole` on the execution role of
/// the task definition.
///
/// Thread-safe. Throws the SDK's exceptions.
final class ContainerTaskDefinitions {

    private static final String NOBODY = "65534";
    private static final String ROOT = "0";
    private static final String PREPARE = "prepare";
    private static final String SCRATCH = "job-tmp";
    private static final int HASH_BYTES = 12;

    private final EcsClient ecs;
    private final EcsSettings settings;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    ContainerTaskDefinitions(EcsClient ecs, EcsSettings settings) {
        this.ecs = ecs;
        this.settings = settings;
    }

    /// @param arn of the task definition
    /// @param role that tasks without a container have, by its ARN
    record Registered(String arn, String role) {}

    /// Empty when the task definition has no container as the settings say, or no role.
    Optional<Registered> of(TaskContainer container) {
        TaskDefinition base = describe(settings.taskDefinition());
        return base.containerDefinitions().stream()
                .filter(one -> settings.container().equals(one.name()))
                .filter(_ -> base.taskRoleArn() != null)
                .findFirst()
                .map(own ->
                        new Registered(
                                known.computeIfAbsent(
                                        family(base, container),
                                        family -> registered(family, base, own, container)),
                                base.taskRoleArn()));
    }

    private TaskDefinition describe(String definition) {
        return ecs.describeTaskDefinition(describe -> describe.taskDefinition(definition))
                .taskDefinition();
    }

    private String registered(
            String family, TaskDefinition base, ContainerDefinition own, TaskContainer container) {
        try {
            return describe(family).taskDefinitionArn();
        } catch (ClientException e) {
            // There is none yet: ECS has no error of its own for that.
            return ecs.registerTaskDefinition(definition(family, base, own, container))
                    .taskDefinition()
                    .taskDefinitionArn();
        }
    }

    static RegisterTaskDefinitionRequest definition(
            String family, TaskDefinition base, ContainerDefinition own, TaskContainer container) {
        return RegisterTaskDefinitionRequest.builder()
                .family(family)
                .executionRoleArn(base.executionRoleArn())
                .networkMode(NetworkMode.AWSVPC)
                .requiresCompatibilities(Compatibility.FARGATE)
                .cpu(base.cpu())
                .memory(base.memory())
                .runtimePlatform(base.runtimePlatform())
                .ephemeralStorage(base.ephemeralStorage())
                .volumes(
                        Stream.concat(
                                        base.volumes().stream(),
                                        Stream.of(Volume.builder().name(SCRATCH).build()))
                                .toList())
                .containerDefinitions(supervisor(own), job(own, container), prepare(own))
                .build();
    }

    /// Its size comes with each task.
    private static ContainerDefinition supervisor(ContainerDefinition own) {
        return own.toBuilder()
                .essential(true)
                .cpu(0)
                .memory(null)
                .memoryReservation(null)
                .dependsOn(List.of())
                .build();
    }

    /// Root owns the folder, so that it needs no capability to change its mode.
    private static ContainerDefinition prepare(ContainerDefinition own) {
        return ContainerDefinition.builder()
                .name(PREPARE)
                .image(own.image())
                .entryPoint("chmod")
                .command("1777", "/tmp")
                .essential(false)
                .user(ROOT)
                .readonlyRootFilesystem(true)
                .linuxParameters(
                        linux -> linux.capabilities(capabilities -> capabilities.drop("ALL")))
                .mountPoints(
                        MountPoint.builder().sourceVolume(SCRATCH).containerPath("/tmp").build())
                .logConfiguration(own.logConfiguration())
                .build();
    }

    private static ContainerDefinition job(ContainerDefinition own, TaskContainer container) {
        return ContainerDefinition.builder()
                .name(TaskContainer.NAME)
                .image(container.image())
                .command(container.command())
                .essential(false)
                .user(NOBODY)
                .readonlyRootFilesystem(true)
                .linuxParameters(
                        linux -> linux.capabilities(capabilities -> capabilities.drop("ALL")))
                .mountPoints(
                        MountPoint.builder().sourceVolume(SCRATCH).containerPath("/tmp").build())
                .dependsOn(
                        ContainerDependency.builder()
                                .containerName(own.name())
                                .condition(ContainerCondition.START)
                                .build(),
                        ContainerDependency.builder()
                                .containerName(PREPARE)
                                .condition(ContainerCondition.SUCCESS)
                                .build())
                .logConfiguration(own.logConfiguration())
                .build();
    }

    private static String family(TaskDefinition base, TaskContainer container) {
        return "%s-container-%s"
                .formatted(base.family(), hash(base.taskDefinitionArn(), container));
    }

    private static String hash(String base, TaskContainer container) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            Stream.concat(Stream.of(base, container.image()), container.command().stream())
                    .forEach(part -> {
                        sha.update(part.getBytes(UTF_8));
                        sha.update((byte) 0);
                    });
            return HexFormat.of().formatHex(sha.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
