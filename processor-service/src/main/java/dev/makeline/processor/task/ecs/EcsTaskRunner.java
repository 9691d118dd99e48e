package dev.makeline.processor.task.ecs;

import dev.makeline.operations.SteadyClock;
import dev.makeline.processor.task.AliveTask;
import dev.makeline.processor.task.TaskId;
import dev.makeline.processor.task.TaskRequest;
import dev.makeline.processor.task.TaskRunner;
import dev.makeline.processor.task.TaskStart;
import dev.makeline.processor.task.TaskStatus;
import dev.makeline.processor.task.ecs.TaskOrders.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskField;

/// Tasks as Fargate tasks of Amazon ECS: on Spot first, where that is wanted, and else on demand.
///
/// A task is asked for under a client token of its attempt and provider, so that a request whose
/// answer was lost may be made again. Spot without room is followed by the other provider, whose
/// answer may be lost in turn; then Spot must not be asked as if nothing had been. So an attempt
/// that was asked for before is first looked for by the name that all its tasks bear.
///
/// A job that brings a container gets a task of two, by a task definition that is registered when
/// it is first wanted.
///
/// ECS sets a task no time limit: this runner stops those that outlive theirs when it looks at
/// them, by its own steady clock. After a restart their time begins anew.
public final class EcsTaskRunner implements TaskRunner {

    private static final Logger log = LoggerFactory.getLogger(EcsTaskRunner.class);

    /// DescribeTasks takes no more.
    private static final int BATCH = 100;

    private static final int MOST_DOUBLINGS = 10;

    private final EcsClient ecs;
    private final EcsSettings settings;
    private final SteadyClock steadyClock;
    private final TaskOrders orders;
    private final ContainerTaskDefinitions definitions;
    private final Map<TaskId, Instant> deadlines = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();

    public EcsTaskRunner(EcsClient ecs, EcsSettings settings, SteadyClock steadyClock) {
        this.ecs = ecs;
        this.settings = settings;
        this.steadyClock = steadyClock;
        this.orders = new TaskOrders(settings);
        this.definitions = new ContainerTaskDefinitions(ecs, settings);
    }

    @Override
    public TaskStart start(TaskRequest request) {
        return switch (place(request)) {
            case Placement.Placed(String arn) -> {
                failures.set(0);
                TaskId task = new TaskId(arn);
                deadlines.putIfAbsent(task, steadyClock.now().plus(request.longest()));
                yield new TaskStart.Started(task);
            }
            case Placement.NoRoom(String reason) -> new TaskStart.NoCapacity(reason, pause());
            case Placement.Limited(String reason) -> new TaskStart.NoCapacity(reason, pause());
            case Placement.Unclear(String reason) -> new TaskStart.Unclear(reason, pause());
            case Placement.Spoilt(String reason) -> new TaskStart.Spoilt(reason);
            case Placement.Impossible(String reason) -> new TaskStart.Refused(reason);
        };
    }

    private Placement place(TaskRequest request) {
        if (request.again()) {
            try {
                Optional<String> found = find(request);
                if (found.isPresent()) {
                    return new Placement.Placed(found.get());
                }
            } catch (SdkException e) {
                warn("Whether an attempt has a task could not be asked", e);
                return new Placement.Unclear(
                        "ECS does not say whether the task was started; it is asked again.");
            }
        }
        if (request.container().isEmpty()) {
            return place(request, settings.taskDefinition());
        }
        try {
            return definitions
                    .of(request.container().get())
                    .map(definition -> place(request, definition))
                    .orElseGet(() -> Placement.withoutContainer(settings));
        } catch (SdkException e) {
            warn("The task definition of a container could not be registered", e);
            return Placement.ofDefinition(e, settings);
        }
    }

    private Placement place(TaskRequest request, String definition) {
        if (!settings.spot()) {
            return place(request, definition, TaskOrders.Provider.FARGATE);
        }
        Placement spot = place(request, definition, TaskOrders.Provider.FARGATE_SPOT);
        return spot instanceof Placement.NoRoom
                ? place(request, definition, TaskOrders.Provider.FARGATE)
                : spot;
    }

    private Placement place(TaskRequest request, String definition, TaskOrders.Provider provider) {
        try {
            return Placement.of(ecs.runTask(orders.order(request, definition, provider)));
        } catch (SdkException e) {
            log.atWarn()
                    .addKeyValue("jobId", request.job())
                    .addKeyValue("attempt", request.attempt())
                    .addKeyValue("provider", provider)
                    .addKeyValue("cause", e.getMessage())
                    .log("ECS was asked for a task and gave none");
            return Placement.of(e, settings);
        }
    }

    private Optional<String> find(TaskRequest request) {
        return ecs
                .listTasks(list ->
                        list.cluster(settings.cluster()).startedBy(TaskOrders.startedBy(request)))
                .taskArns()
                .stream()
                .findFirst();
    }

    /// Between half and the whole of it, so that dispatchers do not ask all at once.
    private Duration pause() {
        int doublings = Math.min(failures.getAndIncrement(), MOST_DOUBLINGS);
        long whole =
                Math.min(
                        settings.firstPause().toMillis() << doublings,
                        settings.longestPause().toMillis());
        return Duration.ofMillis(whole - ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }

    @Override
    public Map<TaskId, TaskStatus> look(Collection<TaskId> tasks) {
        Map<TaskId, TaskStatus> statuses = new HashMap<>();
        tasks.forEach(task -> statuses.put(task, new TaskStatus.Unknown()));
        List<String> arns = tasks.stream().map(TaskId::value).filter(EcsTaskRunner::isArn).toList();
        try {
            for (Task task : describe(arns)) {
                TaskStatus status = EcsTaskStatus.of(task, settings.container());
                statuses.put(new TaskId(task.taskArn()), status);
                if (status.isLive()) {
                    endIfLate(task);
                }
            }
        } catch (SdkException e) {
            warn("How tasks are doing could not be asked", e);
            arns.forEach(arn -> statuses.put(new TaskId(arn), new TaskStatus.Unanswered()));
        }
        return statuses;
    }

    private static boolean isArn(String task) {
        return task.startsWith("arn:");
    }

    @Override
    public List<AliveTask> look() {
        List<String> arns =
                ecs.listTasksPaginator(list -> list.cluster(settings.cluster())).stream()
                        .flatMap(page -> page.taskArns().stream())
                        .toList();
        List<AliveTask> alive = new ArrayList<>();
        for (Task task : describe(arns)) {
            Optional<Attempt> attempt = TaskOrders.attempt(task);
            if (attempt.isPresent() && EcsTaskStatus.of(task, settings.container()).isLive()) {
                endIfLate(task);
                alive.add(
                        new AliveTask(
                                new TaskId(task.taskArn()),
                                attempt.get().job(),
                                attempt.get().number()));
            }
        }
        deadlines.keySet().removeIf(task -> !arns.contains(task.value()));
        return alive;
    }

    private List<Task> describe(List<String> arns) {
        List<Task> tasks = new ArrayList<>();
        for (int from = 0; from < arns.size(); from += BATCH) {
            List<String> batch = arns.subList(from, Math.min(from + BATCH, arns.size()));
            tasks.addAll(
                    ecs.describeTasks(describe ->
                                    describe.cluster(settings.cluster())
                                            .tasks(batch)
                                            .include(TaskField.TAGS))
                            .tasks());
        }
        return tasks;
    }

    private void endIfLate(Task task) {
        TaskOrders.attempt(task)
                .map(attempt ->
                        deadlines.computeIfAbsent(
                                new TaskId(task.taskArn()),
                                _ -> steadyClock.now().plus(attempt.longest())))
                .filter(steadyClock.now()::isAfter)
                .ifPresent(_ -> stop(new TaskId(task.taskArn())));
    }

    @Override
    public void stop(TaskId task) {
        if (!isArn(task.value())) {
            return;
        }
        try {
            ecs.stopTask(stop ->
                    stop.cluster(settings.cluster())
                            .task(task.value())
                            .reason("Its job does not want it any more."));
        } catch (InvalidParameterException e) {
            // ECS has forgotten it, an hour after its end.
            log.atDebug().addKeyValue("task", task).log("There is no such task to be stopped");
        } catch (SdkException e) {
            warn("A task could not be stopped; it is tried again", e);
        }
    }

    private static void warn(String what, SdkException e) {
        log.atWarn().addKeyValue("cause", e.getMessage()).log("{}", what);
    }
}
