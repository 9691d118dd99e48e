package dev.makeline.processor.kind.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.processor.JobsFixture;
import dev.makeline.processor.grant.ContainerUrls;
import dev.makeline.processor.grant.ObjectUrls;
import dev.makeline.processor.run.ExitCode;
import dev.makeline.processor.run.UrlObjects;
import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.LiveFile;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.job.ContainerImage;
import dev.makeline.protocol.job.ContainerStore;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobLog;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobStore.Written;
import dev.makeline.protocol.job.LogLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RunContainerTest {

    private static final String NAME = "twice";

    /// Of `flourflour`.
    private static final String SHA_256 =
            "cc4405b16a9ab9fe4dc4eeb69c99da93b2e2e70fc73bd7acd62d3aea807a8ea0";

    @TempDir Path folder;

    private final JobsFixture jobs = new JobsFixture();
    private final ContainerStore containers = new ContainerStore(jobs.dynamoDb);
    private EngineThatPretends engine = new EngineThatPretends(Path.of(""));
    private Map<String, String> links = Map.of();

    @BeforeEach
    void pretend() {
        engine = EngineThatPretends.in(folder);
    }

    @Test
    void whatTheContainerPutsBecomesAFileOfTheOwnerUnderAKeyOfItsOwn() {
        Job job = order("registry.example.org/tools/twice:2", List.of("--times", "2"));

        ExitCode exitCode = run(job);

        assertThat(exitCode).isEqualTo(ExitCode.RECORDED);
        assertThat(jobs.state(job))
                .isInstanceOfSatisfying(
                        JobState.Succeeded.class,
                        done -> {
                            FileId output = done.outputs().getFirst();
                            assertThat(jobs.content(output)).isEqualTo("flourflour");
                            assertThat(row(output, FilesTable.FILE_PART))
                                    .containsEntry("name", Attributes.text("notes-twice.pdf"))
                                    .containsEntry("size", Attributes.number(10))
                                    .containsEntry("sha256", Attributes.text(SHA_256));
                            assertThat(putByContainer()).isNotEqualTo(output);
                        });
        assertThat(row(putByContainer(), FilesTable.REMOVAL_PART)).isNotEmpty();
        assertThat(row(putByContainer(), FilesTable.FILE_PART)).isEmpty();
        assertThat(log(job))
                .contains(
                        "Runs registry.example.org/tools/twice:2.",
                        "The store answered 200",
                        "Put to <MAKELINE_OUTPUT_URL>");
    }

    @Test
    void aContainerThatKeepsItsLinkChangesNothingThatAnybodySees() {
        Job job = order("alpine", List.of());
        run(job);

        jobs.s3.putObject(
                put ->
                        put.bucket(ResourceNames.FILES_BUCKET)
                                .key(
                                        ContainerUrls.of(links)
                                                .orElseThrow()
                                                .put()
                                                .getPath()
                                                .substring(
                                                        ResourceNames.FILES_BUCKET.length() + 2)),
                RequestBody.fromString("forged"));

        assertThat(jobs.state(job))
                .isInstanceOfSatisfying(
                        JobState.Succeeded.class,
                        done ->
                                assertThat(jobs.content(done.outputs().getFirst()))
                                        .isEqualTo("flourflour"));
    }

    @Test
    void theContainerHasTheLinksAndNoCredentialsAndNoLinkStandsOnACommandLine() {
        run(order("alpine", List.of("; rm -rf /", "$(ls)", "nothing")));

        assertThat(engine.environment())
                .anyMatch(variable -> variable.startsWith(HandedOver.INPUT + "=http"))
                .anyMatch(variable -> variable.startsWith(HandedOver.OUTPUT + "=http"))
                .noneMatch(variable -> variable.startsWith("AWS_"))
                .noneMatch(variable -> variable.startsWith("MAKELINE_PROCESSOR"))
                .noneMatch(variable -> variable.startsWith("MAKELINE_CONTAINER"));
        List<String> arguments = engine.arguments();
        assertThat(arguments.stream().filter(name -> name.startsWith("MAKELINE_")))
                .containsExactly(HandedOver.INPUT, HandedOver.OUTPUT_TYPE, HandedOver.OUTPUT);
        assertThat(arguments).noneMatch(one -> one.contains("http"));
        assertThat(arguments).endsWith("alpine", "; rm -rf /", "$(ls)", "nothing");
        assertThat(String.join(" ", arguments))
                .contains(
                        "--cap-drop ALL",
                        "--security-opt no-new-privileges",
                        "--read-only",
                        "--memory 512m",
                        "--cpus 0.25",
                        "--network bridge",
                        "--user 65534:65534");
    }

    @Test
    void anImageThatDoesNotExistFailsForGoodAndSaysSo() {
        Job absent = order("missing/image:1", List.of());
        run(absent);
        Job gone = order("alpine", List.of("gone"));
        run(gone);

        assertThat(jobs.state(absent))
                .isInstanceOf(JobState.Failed.class)
                .extracting(JobState::reason)
                .isEqualTo(
                        "The container image missing/image:1 does not exist, or may not be read.");
        assertThat(jobs.state(gone)).isInstanceOf(JobState.Failed.class);
    }

    @Test
    void anEngineThatFailsIsFollowedByAnotherAttempt() {
        Job unreachable = order("unreachable", List.of());
        run(unreachable);
        Job broken = order("alpine", List.of("broken"));
        run(broken);

        assertThat(jobs.state(unreachable))
                .isInstanceOf(JobState.Queued.class)
                .extracting(JobState::reason)
                .asString()
                .startsWith("The container engine could not fetch or start unreachable");
        assertThat(log(unreachable)).anyMatch(line -> line.startsWith("Cannot connect"));
        assertThat(jobs.state(broken)).isInstanceOf(JobState.Queued.class);
    }

    @Test
    void aContainerThatFailsFailsTheJobWithItsCodeAndWhatItSaid() {
        Job job = order("alpine", List.of("exit-3"));
        run(job);
        Job later = order("alpine", List.of("exit-75"));
        run(later);
        Job killed = order("alpine", List.of("exit-137"));
        run(killed);

        assertThat(jobs.state(job))
                .isInstanceOf(JobState.Failed.class)
                .extracting(JobState::reason)
                .isEqualTo(
                        "The container ended with exit code 3; the job's log has what it said, or where that is.");
        assertThat(log(job)).containsSequence("began", "it went wrong");
        assertThat(jobs.state(later)).isInstanceOf(JobState.Queued.class);
        assertThat(jobs.state(killed).reason()).contains("needs more memory");
    }

    @Test
    void aContainerThatPutsNothingFailsAndSaysSo() {
        Job job = order("alpine", List.of("nothing"));

        run(job);

        assertThat(jobs.state(job))
                .isInstanceOf(JobState.Failed.class)
                .extracting(JobState::reason)
                .asString()
                .startsWith("The container ended well, but put nothing to MAKELINE_OUTPUT_URL");
    }

    @Test
    void anOutputThatIsTooLargeFailsAndLeavesNoFile() {
        Job job = order("alpine", List.of());

        run(job, 9);

        assertThat(jobs.state(job).reason())
                .isEqualTo("The container's output has more than 9 bytes, the most that is taken.");
    }

    @Test
    void aContainerThatTalksWithoutEndFillsNeitherTheLogNorTheMemory() {
        Job job = order("alpine", List.of("chatty"));

        run(job);

        assertThat(jobs.state(job).reason()).contains("exit code 4");
        assertThat(log(job)).last().isEqualTo("The log is full: what follows is left out.");
    }

    @Test
    void aContainerThatOutlivesTheTimeOfItsJobIsKilled() throws Exception {
        Job job = order("alpine", List.of("forever"), Duration.ofSeconds(2));

        Thread task = Thread.ofPlatform().start(() -> run(job));

        assertThat(task.join(Duration.ofSeconds(20))).isTrue();
        assertThat(jobs.state(job)).isInstanceOf(JobState.TimedOut.class);
        assertThat(engine.isRunning()).isFalse();
        assertThat(engine.calls()).last().isEqualTo("rm --force " + name(job));
    }

    @Test
    void theContainerOfACancelledJobIsKilled() throws Exception {
        Job job = order("alpine", List.of("forever"));
        Thread task = Thread.ofPlatform().start(() -> run(job));
        await().atMost(Duration.ofSeconds(20)).until(engine::isRunning);

        await().until(() -> {
            Job seen = jobs.store.find(job.id()).orElseThrow();
            JobState.Live live = (JobState.Live) seen.state();
            return jobs.store.replace(
                            seen, seen.with(live.cancelled(jobs.clock.instant(), "Cancelled.")))
                    == Written.DONE;
        });

        assertThat(task.join(Duration.ofSeconds(20))).isTrue();
        assertThat(engine.isRunning()).isFalse();
        assertThat(engine.calls()).last().isEqualTo("rm --force " + name(job));
        assertThat(jobs.state(job)).isInstanceOf(JobState.Cancelled.class);
    }

    @Test
    void aMachineWithoutAnEngineRefusesAndSaysSo() {
        Job job = order("alpine", List.of());

        run(job, new ContainerSettings("", "bridge", 1));

        assertThat(jobs.state(job))
                .isInstanceOf(JobState.Failed.class)
                .extracting(JobState::reason)
                .asString()
                .startsWith("This machine has no container engine configured");
    }

    @Test
    void aContainerThatIsRegisteredNoMoreFailsTheJobAndSaysSo() {
        Job job = order("alpine", List.of());
        containers.remove(NAME);

        run(job);

        assertThat(jobs.state(job))
                .isInstanceOf(JobState.Failed.class)
                .extracting(JobState::reason)
                .isEqualTo(
                        "No container is registered any more under the name that the job gives.");
    }

    private Job order(String image, List<String> command) {
        return order(image, command, Duration.ofMinutes(1));
    }

    private Job order(String image, List<String> command, Duration timeout) {
        containers.put(
                new ContainerImage(
                        NAME,
                        image,
                        command,
                        "Writes a file twice.",
                        Optional.of("pdf"),
                        Instant.EPOCH,
                        "service:test"));
        LiveFile file = jobs.file("notes.txt", "flour".getBytes(UTF_8));
        return jobs.starting(
                jobs.job(
                        JobKinds.CONTAINER,
                        file,
                        "{\"container\":\"%s\"}".formatted(NAME),
                        timeout,
                        3));
    }

    private ExitCode run(Job job) {
        return run(job, 1 << 20);
    }

    private ExitCode run(Job job, long largestOutput) {
        return run(job, engine.settings(largestOutput));
    }

    private ExitCode run(Job job, ContainerSettings settings) {
        links = jobs.grant().of(job, Duration.ofMinutes(5));
        Map<String, String> own = new HashMap<>(System.getenv());
        own.putAll(Map.of("AWS_ACCESS_KEY_ID", "job", "MAKELINE_PROCESSOR_TOKEN", "secret"));
        return jobs.run(
                        1L << 30,
                        new RunContainer(
                                containers,
                                jobs.store,
                                settings.hasEngine()
                                        ? Optional.of(new CliContainerEngine(settings, own))
                                        : Optional.empty(),
                                () -> Optional.of(handedOver()),
                                settings.largestOutput()),
                        new UrlObjects(ObjectUrls.of(links), Duration.ofSeconds(10), 2))
                .run(job.id(), 1);
    }

    private HandedOver handedOver() {
        return new HandedOver(
                ObjectUrls.of(links).input().orElseThrow(),
                ContainerUrls.of(links).orElseThrow(),
                jobs.dynamoDb,
                Duration.ofHours(24),
                Duration.ofSeconds(10),
                jobs.clock);
    }

    private FileId putByContainer() {
        String[] path = ContainerUrls.of(links).orElseThrow().put().getPath().split("/", -1);
        return new FileId(path[path.length - 2]);
    }

    private Map<String, AttributeValue> row(FileId file, String part) {
        return jobs.dynamoDb
                .getItem(get -> get.tableName(FilesTable.NAME).key(FilesTable.key(file, part)))
                .item();
    }

    private List<String> log(Job job) {
        JobLog log = new JobLog(jobs.dynamoDb);
        return Stream.iterate(
                        log.read(job.id(), Optional.empty(), 100),
                        lines -> !lines.isEmpty(),
                        lines -> log.read(job.id(), Optional.of(lines.getLast().position()), 100))
                .flatMap(List::stream)
                .map(LogLine::text)
                .toList();
    }

    private static String name(Job job) {
        return "makeline-%s-1".formatted(job.id());
    }
}
