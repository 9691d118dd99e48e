package dev.makeline.processor.task.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.processor.SettableClock;
import dev.makeline.processor.ecs.EcsClients;
import dev.makeline.processor.ecs.EcsFault;
import dev.makeline.processor.ecs.EcsStandIn;
import dev.makeline.processor.task.AliveTask;
import dev.makeline.processor.task.TaskId;
import dev.makeline.processor.task.TaskRequest;
import dev.makeline.processor.task.TaskRunner;
import dev.makeline.processor.task.TaskRunnerContract;
import dev.makeline.processor.task.TaskStart;
import dev.makeline.processor.task.TaskStart.NoCapacity;
import dev.makeline.processor.task.TaskStart.Refused;
import dev.makeline.processor.task.TaskStart.Unclear;
import dev.makeline.processor.task.TaskStatus;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.ResourceClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcsTaskRunnerTest extends TaskRunnerContract {

    /// As the client under test makes them of one call.
    private static final int ATTEMPTS = 3;

    private final List<EcsStandIn> started = new ArrayList<>();
    private final SettableClock clock = new SettableClock();

    @AfterEach
    void stop() {
        started.forEach(EcsStandIn::close);
    }

    @Override
    protected TaskRunner ofTasksThatWork() {
        EcsStandIn ecs = standIn("sleep 60 & wait");
        ecs.room = 2;
        return runner(ecs, false);
    }

    @Override
    protected TaskRunner ofTasksThatEndWith(int exitCode) {
        return runner(standIn("exit " + exitCode), false);
    }

    @Override
    protected int processesOf(JobId job) {
        return (int)
                ProcessHandle.current()
                        .children()
                        .filter(child ->
                                child.info().commandLine().orElse("").contains(job.value()))
                        .count();
    }

    @Override
    protected void pass(Duration time) {
        clock.pass(time);
    }

    @Test
    void aTaskIsAskedForOnSpotWithAllThatTheSettingsAndItsJobSay() {
        EcsStandIn ecs = standIn("sleep 60 & wait");
        TaskRequest request = request(job(), 2);

        runner(ecs, true).start(request);

        JsonNode order = ecs.started().getFirst();
        assertThat(order.path("clientToken").asText()).isEqualTo(request.job() + "-2-spot");
        assertThat(order.path("startedBy").asText()).isEqualTo(request.job() + "-2");
        assertThat(order.path("taskDefinition").asText()).isEqualTo("makeline-task");
        assertThat(provider(order)).isEqualTo("FARGATE_SPOT");
        assertThat(order.at("/overrides/cpu").asText()).isEqualTo("256");
        assertThat(order.at("/overrides/memory").asText()).isEqualTo("512");
        assertThat(order.at("/overrides/containerOverrides/0/command").toString())
                .isEqualTo("[\"run\",\"%s\",\"2\"]".formatted(request.job()));
        assertThat(order.at("/networkConfiguration/awsvpcConfiguration").toString())
                .isEqualTo(
                        "{\"subnets\":[\"subnet-1\",\"subnet-2\"],\"securityGroups\":[\"sg-1\"],\"assignPublicIp\":\"DISABLED\"}");
        assertThat(order.path("tags").toString())
                .contains(
                        "{\"key\":\"makeline\",\"value\":\"task\"}",
                        "{\"key\":\"jobId\",\"value\":\"%s\"}".formatted(request.job()),
                        "{\"key\":\"attempt\",\"value\":\"2\"}");
    }

    @Test
    void withoutRoomOnSpotItIsOneTaskOnDemand() {
        EcsStandIn ecs = standIn("sleep 60 & wait");
        ecs.spotIsFull = true;

        TaskStart start = runner(ecs, true).start(request(job(), 1));

        assertThat(start).isInstanceOf(TaskStart.Started.class);
        assertThat(ecs.started())
                .extracting(EcsTaskRunnerTest::provider)
                .containsExactly("FARGATE");
    }

    @Test
    void withoutRoomAnywhereTheReasonIsToldAndThePausesGrow() {
        EcsStandIn ecs = standIn("sleep 60 & wait");
        ecs.isFull = true;
        TaskRunner runner = runner(ecs, true);

        List<TaskStart> starts =
                IntStream.range(0, 12).mapToObj(_ -> runner.start(request(job(), 1))).toList();

        assertThat(starts)
                .allSatisfy(start ->
                        assertThat(start)
                                .isInstanceOfSatisfying(
                                        NoCapacity.class,
                                        no ->
                                                assertThat(no.reason())
                                                        .startsWith(
                                                                "ECS has no room for the task: Capacity is unavailable at this time")));
        assertThat(((NoCapacity) starts.getFirst()).pause())
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(((NoCapacity) starts.getLast()).pause())
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(ecs.started()).isEmpty();
    }

    @Test
    void throttledOftenerThanACallIsRepeatedItWaitsAndSpotIsNotLeft() {
        EcsStandIn ecs = standIn("sleep 60 & wait");
        ecs.faults.addAll(Collections.nCopies(ATTEMPTS, EcsFault.throttled()));
        TaskRunner runner = runner(ecs, true);
        TaskRequest request = request(job(), 1);

        assertThat(runner.start(request)).isInstanceOf(NoCapacity.class);
        assertThat(runner.start(request)).isInstanceOf(TaskStart.Started.class);
        assertThat(ecs.started())
                .extracting(EcsTaskRunnerTest::provider)
                .containsExactly("FARGATE_SPOT");
    }

    @Test
    void throttledOnceItIsOneTask() {
        EcsStandIn ecs = standIn("sleep 60 & wait");
        ecs.faults.add(EcsFault.throttled());

        assertThat(runner(ecs, true).start(request(job(), 1)))
                .isInstanceOf(TaskStart.Started.class);
        assertThat(ecs.started()).hasSize(1);
    }

    @Test
    void aTaskWhoseAnswerWasLostOnceIsFoundByItsToken() {
        EcsStandIn ecs = standIn("sleep 60 & wait");
        ecs.faults.add(new EcsFault.DropAfterwards());

        assertThat(runner(ecs, true).start(request(job(), 1)))
                .isInstanceOf(TaskStart.Started.class);
        assertThat(ecs.started()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTaskWhoseAnswerNeverCameIsFoundWhenItIsAskedForAgain(boolean onSpot) {
        EcsStandIn ecs = standIn("sleep 60 & wait");
        ecs.spotIsFull = !onSpot;
        List<EcsFault> lost = Collections.nCopies(ATTEMPTS, new EcsFault.HangAfterwards());
        if (!onSpot) {
            ecs.faults.add(new EcsFault.Failure("RESOURCE:MEMORY"));
        }
        ecs.faults.addAll(lost);
        TaskRunner runner = runner(ecs, true);
        TaskRequest request = request(job(), 1);

        assertThat(runner.start(request)).isInstanceOf(Unclear.class);
        // Spot has room again: it must not get a second task.
        ecs.spotIsFull = false;
        TaskStart again = runner.start(again(request));

        assertThat(again).isInstanceOf(TaskStart.Started.class);
        assertThat(ecs.started()).hasSize(1);
        assertThat(ecs.alive()).isEqualTo(1);
    }

    @Test
    void aTokenThatIsInUseWithOtherParametersNamesItsTask() {
        EcsStandIn ecs = standIn("sleep 60 & wait");
        TaskRunner runner = runner(ecs, true);
        TaskRequest request = request(job(), 1);
        TaskStart first = runner.start(request);

        TaskStart other =
                runner.start(
                        new TaskRequest(
                                request.job(),
                                1,
                                ResourceClass.LARGE,
                                request.longest(),
                                Map.of(),
                                false));

        assertThat(other).isEqualTo(first);
        assertThat(ecs.started()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RESOURCE:CPU",
                "AGENT",
                "You've reached the limit on the number of vCPUs you can run concurrently",
                "Something that nobody has heard of."
            })
    void aFailureOfTheMomentWaits(String reason) {
        EcsStandIn ecs = standIn("exit 0");
        ecs.faults.add(new EcsFault.Failure(reason));

        assertThat(runner(ecs, false).start(request(job(), 1))).isInstanceOf(NoCapacity.class);
    }

    @Test
    void aFailureForGoodIsRefused() {
        EcsStandIn ecs = standIn("exit 0");
        ecs.faults.add(new EcsFault.Failure("MISSING"));

        assertThat(runner(ecs, false).start(request(job(), 1)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .contains("makeline.processor.ecs.task-definition"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ClusterNotFoundException  | Cluster not found.                                     | makeline.processor.ecs.cluster says (makeline)
                    AccessDeniedException     | User is not authorized to perform: ecs:RunTask         | its role needs ecs:RunTask
                    ClientException           | TaskDefinition not found.                              | makeline.processor.ecs.task-definition (makeline-task)
                    InvalidParameterException | The subnet ID 'subnet-1' does not exist                | makeline.processor.ecs.subnets (subnet-1,subnet-2)
                    InvalidParameterException | The security group 'sg-1' does not exist               | makeline.processor.ecs.security-groups (sg-1)
                    InvalidParameterException | Override for container named task is not a container   | makeline.processor.ecs.container (task)
                    PlatformUnknownException  | The platform version is unknown                        | makeline.processor.ecs.task-definition
                    BlockedException          | Your account is blocked                                | The AWS account is blocked.
                    """)
    void whatEcsRefusesNamesTheSetting(String type, String message, String sentence) {
        EcsStandIn ecs = standIn("exit 0");
        ecs.faults.add(new EcsFault.Answer(400, type, message));

        assertThat(runner(ecs, true).start(request(job(), 1)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains(sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LimitExceededException | The limit was exceeded.
                    ClientException        | You've reached the limit on the number of tasks you can run concurrently
                    ClientException        | Capacity is unavailable at this time. Please try again later
                    """)
    void limitsOfTheAccountWait(String type, String message) {
        EcsStandIn ecs = standIn("exit 0");
        ecs.faults.add(new EcsFault.Answer(400, type, message));

        assertThat(runner(ecs, false).start(request(job(), 1))).isInstanceOf(NoCapacity.class);
    }

    @Test
    void whileEcsIsBrokenNobodyKnowsWhetherTheTaskWasStarted() {
        EcsStandIn ecs = standIn("exit 0");
        ecs.faults.addAll(Collections.nCopies(ATTEMPTS, EcsFault.broken()));

        assertThat(runner(ecs, true).start(request(job(), 1))).isInstanceOf(Unclear.class);
    }

    @Test
    void aTaskWithoutAnImageIsLostForGoodAndSaysWhy() {
        EcsStandIn ecs = standIn("exit 0");
        ecs.faults.add(new EcsFault.NoImage());
        TaskRunner runner = runner(ecs, true);

        TaskId task = started(runner.start(request(job(), 1)));

        assertThat(status(runner, task))
                .isEqualTo(
                        new TaskStatus.Lost(
                                "The task's container image does not exist, or may not be read (CannotPullContainerError).",
                                false));
    }

    @Test
    void aTaskThatSpotTookBackSaysSo() {
        EcsStandIn ecs = standIn("sleep 60 & wait");
        TaskRunner runner = runner(ecs, true);
        TaskId task = started(runner.start(request(job(), 1)));

        ecs.takeSpotBack();

        await().untilAsserted(() ->
                assertThat(status(runner, task))
                        .isEqualTo(
                                new TaskStatus.Ended(
                                        137, Optional.of("Fargate Spot took its capacity back."))));
    }

    @Test
    void manyTasksAreLookedAtInBatches() {
        EcsStandIn ecs = standIn("exit 0");
        TaskRunner runner = runner(ecs, true);
        TaskId known = started(runner.start(request(job(), 1)));
        List<TaskId> all = new ArrayList<>(List.of(known));
        IntStream.range(0, 250)
                .mapToObj("arn:aws:ecs:us-east-1:1:task/makeline/%032x"::formatted)
                .map(arn -> arn.replace("task/makeline/", "task/other/"))
                .map(TaskId::new)
                .forEach(all::add);

        assertThat(runner.look(all)).hasSize(251).containsKey(known);
        assertThat(ecs.calls.get("DescribeTasks")).isEqualTo(3);
    }

    @Test
    void whoeverStartedThemTasksAreFoundAndEndedInTimeAlsoAfterARestart() {
        EcsStandIn ecs = standIn("sleep 60 & wait");
        TaskRequest request = request(job(), 3);
        TaskId task = started(runner(ecs, true).start(request));
        TaskRunner restarted = runner(ecs, true);

        assertThat(restarted.look()).containsExactly(new AliveTask(task, request.job(), 3));
        clock.pass(request.longest().plusSeconds(1));
        restarted.look();

        await().untilAsserted(() -> assertThat(restarted.look()).isEmpty());
    }

    private static JobId job() {
        return JobId.next(Instant.now());
    }

    private static TaskRequest again(TaskRequest request) {
        return new TaskRequest(
                request.job(),
                request.attempt(),
                request.resources(),
                request.longest(),
                request.environment(),
                true);
    }

    private static String provider(JsonNode order) {
        return order.at("/capacityProviderStrategy/0/capacityProvider").asText();
    }

    private EcsStandIn standIn(String script) {
        EcsStandIn ecs =
                EcsStandIn.start(
                        (command, _) ->
                                new ProcessBuilder("bash", "-c", script, command.get(1)).start(),
                        clock);
        started.add(ecs);
        return ecs;
    }

    private TaskRunner runner(EcsStandIn ecs, boolean spot) {
        return new EcsTaskRunner(
                EcsClients.of(ecs.endpoint(), ATTEMPTS),
                EcsTasks.withoutContainers(),
                EcsTasks.settings(spot),
                clock.steady);
    }
}
