package dev.makeline.processor;

import dev.makeline.processor.ecs.EcsStandIn;
import dev.makeline.processor.kind.container.CliContainerEngine;
import dev.makeline.processor.kind.container.ContainerSettings;
import dev.makeline.processor.kind.container.ContainersOfTasks;
import dev.makeline.processor.task.JavaTaskCommand;
import dev.makeline.processor.task.LocalRunnerSettings;
import dev.makeline.processor.task.LocalTaskRunner;
import dev.makeline.processor.task.TaskCommand;
import dev.makeline.processor.task.TaskRequest;
import dev.makeline.processor.task.TaskRunner;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The service in its role `dispatch` as it is shipped, on a free port, with tasks that are real
/// processes.
final class RunningProcessor implements AutoCloseable {

    private static final Map<String, Object> ECS =
            Map.of(
                    "makeline.processor.runner", "ecs",
                    "makeline.processor.ecs.cluster", EcsStandIn.CLUSTER,
                    "makeline.processor.ecs.task-definition", "makeline-task",
                    "makeline.processor.ecs.subnets", "subnet-1,subnet-2",
                    "makeline.processor.ecs.security-groups", "sg-1");

    private final EmbeddedServer server;

    private RunningProcessor(EmbeddedServer server) {
        this.server = server;
    }

    /// @param failPoint where the task of each first attempt dies; empty for none
    static RunningProcessor start(String failPoint, Map<String, Object> settings) {
        return start(command(failPoint, ""), settings);
    }

    /// With a container engine for its tasks.
    static RunningProcessor startWith(ContainerSettings containers) {
        TaskCommand command = command("", "");
        TaskCommand withEngine =
                new TaskCommand() {
                    @Override
                    public List<String> of(TaskRequest request) {
                        return command.of(request);
                    }

                    @Override
                    public Map<String, String> environment() {
                        Map<String, String> environment = new HashMap<>(command.environment());
                        environment.put("MAKELINE_PROCESSOR_CONTAINER_ENGINE", containers.engine());
                        return environment;
                    }
                };
        return start(
                new ContainersOfTasks(
                        withEngine, new CliContainerEngine(containers, System.getenv())),
                Map.of());
    }

    /// With tasks that have no more than this heap.
    static RunningProcessor startWithHeap(String heap) {
        return start(command("", "-Xmx" + heap), Map.of());
    }

    private static RunningProcessor start(TaskCommand command, Map<String, Object> settings) {
        JobsFixture.systemProperties().forEach(System::setProperty);
        Map<String, Object> all = new HashMap<>(settings);
        all.put("micronaut.server.port", -1);
        return new RunningProcessor(
                ApplicationContext.builder()
                        .eagerInitConfiguration(true)
                        .properties(all)
                        .beanDefinitions(
                                RuntimeBeanDefinition.builder(
                                                TaskRunner.class,
                                                () ->
                                                        new LocalTaskRunner(
                                                                command,
                                                                new LocalRunnerSettings(
                                                                        2,
                                                                        Duration.ofMillis(500),
                                                                        Duration.ofSeconds(2),
                                                                        "job",
                                                                        "job",
                                                                        "")))
                                        .singleton(true)
                                        .replaces(TaskRunner.class)
                                        .build())
                        .run(EmbeddedServer.class));
    }

    /// With tasks on ECS.
    static RunningProcessor startOn(EcsStandIn ecs, Map<String, Object> settings) {
        return startOn(ecs, ecs.endpoint(), settings);
    }

    /// @param sts where credentials for the tasks of containers come from
    static RunningProcessor startOn(EcsStandIn ecs, URI sts, Map<String, Object> settings) {
        JobsFixture.systemProperties().forEach(System::setProperty);
        System.setProperty("aws.endpointUrlEcs", ecs.endpoint().toString());
        System.setProperty("aws.endpointUrlSts", sts.toString());
        Map<String, Object> all = new HashMap<>(ECS);
        all.putAll(settings);
        all.put("micronaut.server.port", -1);
        try {
            return new RunningProcessor(
                    ApplicationContext.builder()
                            .eagerInitConfiguration(true)
                            .properties(all)
                            .run(EmbeddedServer.class));
        } finally {
            System.clearProperty("aws.endpointUrlEcs");
            System.clearProperty("aws.endpointUrlSts");
        }
    }

    /// What the image of a task would do: this program, with no more than a task's environment.
    static Process task(List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ProcessorApplication.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(JobsFixture.environment());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(Path.of("target", "tasks.log").toFile()));
        return builder.start();
    }

    private static TaskCommand command(String failPoint, String heap) {
        JavaTaskCommand shipped = new JavaTaskCommand(ProcessorApplication.class, Optional.empty());
        return new TaskCommand() {
            @Override
            public List<String> of(TaskRequest request) {
                // What a task prints must not end up among what this JVM tells the build.
                List<String> command =
                        new ArrayList<>(
                                List.of("sh", "-c", "exec \"$@\" >>target/tasks.log 2>&1", "sh"));
                if (!failPoint.isEmpty() && request.attempt() == 1) {
                    command.addAll(List.of("env", "MAKELINE_FAIL_POINT=" + failPoint));
                }
                shipped.of(request).stream()
                        .map(flag -> !heap.isEmpty() && flag.startsWith("-Xmx") ? heap : flag)
                        .forEach(command::add);
                return command;
            }

            @Override
            public Map<String, String> environment() {
                Map<String, String> environment = new HashMap<>(shipped.environment());
                environment.putAll(JobsFixture.environment());
                return environment;
            }
        };
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(server.getURI().resolve(path)).build(),
                    BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
