package dev.makeline.deploy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.ResourceNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the stacks put into the environment of a task, held against what its program reads: the
/// services are started with it.
@NeedsNode
class SettingsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):");
    private static final Pattern LOG_VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):-");

    /// Of the SDK, and of what every process reads by itself.
    private static final Set<String> READ_ELSEWHERE =
            Set.of(
                    "AWS_REGION",
                    ResourceNames.INTAKE_BUCKET_VARIABLE,
                    ResourceNames.FILES_BUCKET_VARIABLE);

    /// Settings without a value of their own that are left so in the cloud, and why.
    private static final Map<String, String> LEFT_OUT =
            Map.ofEntries(
                    Map.entry("makeline.notices.folder", "notices go to a topic"),
                    Map.entry("makeline.oidc.client-secret", "the client has none"),
                    Map.entry("makeline.mail.folder", "no mail is sent to a folder"),
                    Map.entry("makeline.mail.smtp-host", "no mail is sent by SMTP"),
                    Map.entry("makeline.mail.smtp-username", "no mail is sent by SMTP"),
                    Map.entry("makeline.mail.smtp-password", "no mail is sent by SMTP"),
                    Map.entry(
                            "makeline.processor.local-runner.cache-folder",
                            "tasks run on ECS, from an image with its own cache"),
                    Map.entry(
                            "makeline.processor.container.engine",
                            "containers of jobs run beside the task"));

    /// Of tasks of jobs beside those.
    private static final Map<String, String> LEFT_OUT_OF_TASKS =
            Map.of(
                    "makeline.processor.ecs.cluster", "a task starts no tasks",
                    "makeline.processor.ecs.security-groups", "a task starts no tasks",
                    "makeline.processor.ecs.subnets", "a task starts no tasks",
                    "makeline.processor.ecs.task-definition", "a task starts no tasks",
                    "makeline.processor.recipe-server.token",
                            "the dispatcher gives it to each task");

    private static Set<String> union(Map<String, String> some, Map<String, String> others) {
        return Stream.concat(some.keySet().stream(), others.keySet().stream()).collect(toSet());
    }

    static Stream<Container> programs() {
        return programs(Installation.prod());
    }

    static Stream<Container> allPrograms() {
        return Installation.both().flatMap(SettingsTest::programs);
    }

    private static Stream<Container> programs(Installation installation) {
        return installation.resources("AWS::ECS::TaskDefinition").map(Container::of);
    }

    @ParameterizedTest
    @MethodSource("allPrograms")
    void everyVariableThatIsSetIsASettingOfThatService(Container program) {
        Service service = Service.of(program.service());
        Set<String> known = new TreeSet<>(READ_ELSEWHERE);
        service.settings()
                .forEach((name, value) -> {
                    known.add(variable(name));
                    known.addAll(named(PLACEHOLDER, value));
                });
        known.addAll(named(LOG_VARIABLE, service.resource("logback.xml")));

        assertThat(program.environment().keySet()).isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everySettingWithoutAValueIsSetOrLeftOutForAReason(Container program) {
        Set<String> notSet = new TreeSet<>();
        Service.of(program.service())
                .settings()
                .forEach((name, value) -> {
                    boolean isEmpty = value.isEmpty() || value.matches("\\$\\{[A-Z0-9_]+:}");
                    boolean isSet =
                            program.environment().containsKey(variable(name))
                                    || named(PLACEHOLDER, value).stream()
                                            .anyMatch(program.environment()::containsKey);
                    if (isEmpty && !isSet) {
                        notSet.add(name);
                    }
                });

        assertThat(program.isOfJobs() ? union(LEFT_OUT, LEFT_OUT_OF_TASKS) : LEFT_OUT.keySet())
                .containsAll(notSet);
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void everyServiceStartsWithWhatItsTaskDefinitionSays(
            Installation installation, @TempDir Path folder) {
        Map<Container, Process> started = new TreeMap<>(Comparator.comparing(Container::family));
        try {
            programs(installation)
                    .filter(program -> !program.isOfJobs())
                    .forEach(program ->
                            started.put(program, start(program, folder, program.command())));

            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() ->
                            assertThat(started)
                                    .hasSize(4)
                                    .allSatisfy((program, process) -> {
                                        String output = read(folder.resolve(program.family()));
                                        assertThat(output).contains("Service started");
                                        assertThat(process.isAlive()).as(output).isTrue();
                                    }));
        } finally {
            started.values().forEach(Process::destroyForcibly);
        }
    }

    /// The dispatcher gives each task a command of its own. Without any AWS it comes as far as
    /// asking for its job.
    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void aTaskOfAJobStartsWithWhatItsTaskDefinitionSays(
            Installation installation, @TempDir Path folder) {
        Container task =
                programs(installation).filter(Container::isOfJobs).findFirst().orElseThrow();

        Process process =
                start(task, folder, List.of("run", JobId.next(Instant.EPOCH).value(), "1"));
        try {
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() ->
                            assertThat(read(folder.resolve(task.family())))
                                    .contains("127.0.0.1:9"));
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Container program, Path folder, List<String> command) {
        return Service.of(program.service())
                .start(program.environment(), folder.resolve(program.family()), command);
    }

    @Test
    void aSenderWithoutItsTokenDoesNotStartAndSaysWhy(@TempDir Path folder) throws Exception {
        Container sender =
                programs()
                        .filter(program -> program.service().equals("sender-service"))
                        .findFirst()
                        .orElseThrow();
        Map<String, String> without = new TreeMap<>(sender.environment());
        without.remove("MAKELINE_SERVICE_TOKEN");

        Process process =
                Service.of("sender-service").start(without, folder.resolve("output"), List.of());

        assertThat(process.waitFor()).isNotZero();
        assertThat(read(folder.resolve("output"))).contains("MAKELINE_SERVICE_TOKEN");
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static List<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
