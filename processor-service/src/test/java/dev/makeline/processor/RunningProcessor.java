package dev.makeline.processor;

import dev.makeline.processor.task.JavaTaskCommand;
import dev.makeline.processor.task.LocalRunnerSettings;
import dev.makeline.processor.task.LocalTaskRunner;
import dev.makeline.processor.task.TaskCommand;
import dev.makeline.processor.task.TaskRequest;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The service in its role `dispatch` as it is shipped, on a free port, with tasks that are real
/// processes.
final class RunningProcessor implements AutoCloseable {

    private final EmbeddedServer server;

    private RunningProcessor(EmbeddedServer server) {
        this.server = server;
    }

    /// @param failPoint where the task of each first attempt dies; empty for none
    static RunningProcessor start(String failPoint, Map<String, Object> settings) {
        JobsFixture.systemProperties().forEach(System::setProperty);
        Map<String, Object> all = new HashMap<>(settings);
        all.put("micronaut.server.port", -1);
        return new RunningProcessor(
                ApplicationContext.builder()
                        .eagerInitConfiguration(true)
                        .properties(all)
                        .beanDefinitions(
                                RuntimeBeanDefinition.builder(
                                                LocalTaskRunner.class,
                                                () ->
                                                        new LocalTaskRunner(
                                                                command(failPoint),
                                                                new LocalRunnerSettings(
                                                                        2,
                                                                        Duration.ofMillis(500),
                                                                        Duration.ofSeconds(2))))
                                        .singleton(true)
                                        .replaces(LocalTaskRunner.class)
                                        .build())
                        .run(EmbeddedServer.class));
    }

    private static TaskCommand command(String failPoint) {
        JavaTaskCommand shipped = new JavaTaskCommand(ProcessorApplication.class);
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
                command.addAll(shipped.of(request));
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
