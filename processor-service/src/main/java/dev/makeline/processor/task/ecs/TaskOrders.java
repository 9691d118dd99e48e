package dev.makeline.processor.task.ecs;

import dev.makeline.processor.grant.LinkToken;
import dev.makeline.processor.task.TaskContainer;
import dev.makeline.processor.task.TaskRequest;
import dev.makeline.protocol.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskOverride;

/// What is asked of ECS for an attempt, and what a task of ECS's says of the attempt that it is
/// for. Only ids stand on the command line.
final class TaskOrders {

    /// Where the money goes; each has its own client token, so that the second is not taken for a
    /// repetition of the first.
    enum Provider {
        FARGATE_SPOT("spot"),
        FARGATE("fargate");

        private final String token;

        Provider(String token) {
            this.token = token;
        }
    }

    /// Of a task's own container that looks after another one.
    private static final int SUPERVISOR_MEBIBYTES = 256;

    private static final int SUPERVISOR_HEAP = 96;

    /// One part in so many of the processor.
    private static final int SUPERVISOR_SHARE = 4;

    private static final String MAKELINE = "makeline";
    private static final String JOB = "jobId";
    private static final String ATTEMPT = "attempt";
    private static final String LONGEST = "longestSeconds";

    private final EcsSettings settings;

    TaskOrders(EcsSettings settings) {
        this.settings = settings;
    }

    /// @param definition of the task: family, `family:revision` or ARN
    RunTaskRequest order(TaskRequest request, String definition, Provider provider) {
        return RunTaskRequest.builder()
                .cluster(settings.cluster())
                .taskDefinition(definition)
                .clientToken(startedBy(request) + "-" + provider.token)
                .startedBy(startedBy(request))
                .count(1)
                .capacityProviderStrategy(
                        CapacityProviderStrategyItem.builder()
                                .capacityProvider(provider.name())
                                .weight(1)
                                .build())
                .networkConfiguration(network ->
                        network.awsvpcConfiguration(vpc ->
                                vpc.subnets(settings.subnets())
                                        .securityGroups(settings.securityGroups())
                                        .assignPublicIp(
                                                settings.assignPublicIp()
                                                        ? AssignPublicIp.ENABLED
                                                        : AssignPublicIp.DISABLED)))
                .overrides(overrides(request))
                .tags(
                        tag(MAKELINE, "task"),
                        tag(JOB, request.job().value()),
                        tag(ATTEMPT, Integer.toString(request.attempt())),
                        tag(LONGEST, Long.toString(request.longest().toSeconds())))
                .build();
    }

    /// The same for every task of an attempt, so that they are found by it.
    static String startedBy(TaskRequest request) {
        return "%s-%d".formatted(request.job(), request.attempt());
    }

    private TaskOverride overrides(TaskRequest request) {
        FargateSize size = FargateSize.of(request.resources());
        return TaskOverride.builder()
                .cpu(Integer.toString(size.cpu()))
                .memory(Integer.toString(size.mebibytes()))
                .containerOverrides(
                        request.container()
                                .map(container ->
                                        List.of(
                                                own(request, SUPERVISOR_HEAP)
                                                        .cpu(size.cpu() / SUPERVISOR_SHARE)
                                                        .memory(SUPERVISOR_MEBIBYTES)
                                                        .build(),
                                                beside(container, size)))
                                .orElseGet(() ->
                                        List.of(
                                                own(request, request.resources().heapMebibytes())
                                                        .build())))
                .build();
    }

    private ContainerOverride.Builder own(TaskRequest request, int heap) {
        return ContainerOverride.builder()
                .name(settings.container())
                .command("run", request.job().value(), Integer.toString(request.attempt()))
                .environment(
                        Stream.concat(
                                        Stream.of(
                                                variable(
                                                        "JDK_JAVA_OPTIONS",
                                                        "-Xmx%dm".formatted(heap))),
                                        variables(LinkToken.apart(request.environment())))
                                .toList());
    }

    /// It has what the task's own container leaves.
    private static ContainerOverride beside(TaskContainer container, FargateSize size) {
        return ContainerOverride.builder()
                .name(TaskContainer.NAME)
                .cpu(size.cpu() - size.cpu() / SUPERVISOR_SHARE)
                .memory(size.mebibytes() - SUPERVISOR_MEBIBYTES)
                .environment(variables(container.environment()).toList())
                .build();
    }

    private static Stream<KeyValuePair> variables(Map<String, String> environment) {
        return environment.entrySet().stream().map(one -> variable(one.getKey(), one.getValue()));
    }

    private static KeyValuePair variable(String name, String value) {
        return KeyValuePair.builder().name(name).value(value).build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    /// The attempt that a task was started for.
    record Attempt(JobId job, int number, Duration longest) {}

    /// Empty for a task that nobody started in this way.
    static Optional<Attempt> attempt(Task task) {
        Map<String, String> tags =
                task.tags().stream()
                        .collect(Collectors.toMap(Tag::key, Tag::value, (first, _) -> first));
        Function<String, Optional<Integer>> number =
                name ->
                        Optional.ofNullable(tags.get(name))
                                .filter(value -> value.matches("[0-9]{1,9}"))
                                .map(Integer::valueOf);
        return Optional.ofNullable(tags.get(JOB))
                .filter(_ -> tags.containsKey(MAKELINE))
                .flatMap(JobId::parse)
                .flatMap(job ->
                        number.apply(ATTEMPT)
                                .flatMap(attempt ->
                                        number.apply(LONGEST)
                                                .map(seconds ->
                                                        new Attempt(
                                                                job,
                                                                attempt,
                                                                Duration.ofSeconds(seconds)))));
    }
}
