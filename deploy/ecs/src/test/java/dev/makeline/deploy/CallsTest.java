package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.deploy.Calls.Call;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.TableDefinitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every call of the SDK that is in the classes of a service, held against what its role may do and
/// which keys it may use for that.
@NeedsNode
class CallsTest {

    private static final Site SITE = Installation.SITE;
    private static final String EVENTS = "queue " + ResourceNames.S3_EVENTS_QUEUE;
    private static final String UPLOADS = "queue " + ResourceNames.UPLOAD_JOBS_QUEUE;
    private static final String DEAD_EVENTS = EVENTS + ResourceNames.DEAD_LETTER_SUFFIX;
    private static final String DEAD_UPLOADS = UPLOADS + ResourceNames.DEAD_LETTER_SUFFIX;
    private static final String INTAKE = "bucket makeline-intake";
    private static final String FILES = "bucket makeline-files";

    /// Where a class is handed what it works on, or works on two things in two ways: what a class,
    /// or one request of it, is about.
    private static final Map<String, List<String>> ABOUT =
            Map.ofEntries(
                    Map.entry("AllVersions", List.of(INTAKE)),
                    Map.entry("CurrentObjects", List.of(INTAKE)),
                    Map.entry("IntakeBucket", List.of(INTAKE)),
                    Map.entry("FileIntake", List.of(INTAKE + " makes/1", INTAKE + " recipes/1")),
                    Map.entry("FileObjects", List.of(FILES + " files/1", FILES + " held/1")),
                    Map.entry("FileObjects s3:ListObjectsV2", List.of(FILES)),
                    Map.entry("ObjectStream", List.of(FILES + " files/1", FILES + " held/1")),
                    Map.entry("DownloadLinks", List.of(FILES + " files/1")),
                    Map.entry("TaskGrant", List.of(FILES + " files/1")),
                    Map.entry("S3IntakeObjects s3:GetObject", List.of(INTAKE + " any/thing")),
                    Map.entry(
                            "S3IntakeObjects",
                            List.of(INTAKE + " makes/jobs/1", INTAKE + " recipes/jobs/1")),
                    Map.entry("WatcherBeans s3:HeadBucket", List.of(INTAKE)),
                    Map.entry("JobQueue sqs:GetQueueUrl", List.of(UPLOADS, DEAD_UPLOADS)),
                    Map.entry("JobQueue sqs:SendMessage", List.of(DEAD_UPLOADS)),
                    Map.entry("JobQueue", List.of(UPLOADS)),
                    Map.entry("QueueAccess sqs:SendMessage", List.of(EVENTS, UPLOADS)),
                    Map.entry("QueueAccess sqs:GetQueueUrl", List.of(EVENTS, UPLOADS)),
                    Map.entry("QueueAccess", List.of(DEAD_EVENTS, DEAD_UPLOADS)),
                    Map.entry("QueueDepth", List.of(EVENTS, UPLOADS, DEAD_EVENTS, DEAD_UPLOADS)),
                    Map.entry("JobStream dynamodb:DescribeTable", List.of("table makeline-jobs")),
                    Map.entry("JobStream", List.of("table makeline-jobs/stream/1")),
                    Map.entry("BatchRead", List.of("table makeline-intake")),
                    Map.entry("SnsChannel", List.of("topic makeline-notices")),
                    Map.entry("ContainerTaskDefinitions", List.of("*")),
                    Map.entry(
                            "EcsTaskRunner ecs:RunTask",
                            List.of(
                                    "task-definition makeline-task:1",
                                    "task-definition makeline-task-container-0a1b:1")),
                    Map.entry(
                            "EcsTaskRunner ecs:ListTasks",
                            List.of("container-instance makeline/1")),
                    Map.entry("EcsTaskRunner", List.of("task makeline/1")),
                    Map.entry("StsContainerRights", List.of("role task")));

    /// Mails are sent by no installation: `makeline.mail.delivery` is none.
    private static final Set<String> NOT_SENT = Set.of("SesMail sesv2:SendEmail");

    /// Of the one module of which two programs are started: what only one of them does.
    private static final Set<String> OF_TASKS = Set.of("S3IntakeObjects", "HandedOver");

    private static final Set<String> OF_DISPATCHERS =
            Set.of(
                    "ContainerStore",
                    "ContainerTaskDefinitions",
                    "EcsTaskRunner",
                    "Heartbeats",
                    "JobStream",
                    "LinkRow",
                    "ProcessorBeans",
                    "StsContainerRights",
                    "TaskGrant");

    @ParameterizedTest
    @CsvSource({"recipe-server, 90", "watcher-service, 20", "sender-service, 9"})
    void aServiceMayDoWhatItsClassesAsk(String service, int atLeast) {
        List<Call> calls = calls(service);

        assertThat(calls).hasSizeGreaterThan(atLeast);
        assertThat(refused(service, calls)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"processor-service, 20", "task, 8"})
    void aDispatcherAndATaskMayDoWhatTheirClassesAsk(String program, int atLeast) {
        Set<String> ofOthers = program.equals("task") ? OF_DISPATCHERS : OF_TASKS;
        List<Call> calls =
                calls("processor-service").stream()
                        .filter(call -> !ofOthers.contains(call.in()))
                        .toList();

        assertThat(calls).hasSizeGreaterThan(atLeast);
        assertThat(refused(program, calls)).isEmpty();
    }

    private static List<Call> calls(String service) {
        return Calls.of(Service.of(service).classes()).stream()
                .filter(call -> !NOT_SENT.contains(call.toString()))
                .toList();
    }

    private static List<String> refused(String program, List<Call> calls) {
        List<String> refused = new ArrayList<>();
        Installation.both()
                .forEach(installation -> {
                    Grants grants = Grants.of(installation, program);
                    for (Call call : calls) {
                        List<String> about = about(call);
                        if (about.isEmpty()) {
                            refused.add("%s: nobody says what it is about".formatted(call));
                        }
                        for (String one : about) {
                            actions(call.request())
                                    .filter(action -> !grants.allow(action, arn(installation, one)))
                                    .forEach(action ->
                                            refused.add(
                                                    "%s: %s on %s".formatted(call, action, one)));
                        }
                    }
                });
        return refused;
    }

    private static List<String> about(Call call) {
        return Stream.of(call.toString(), call.in())
                .filter(ABOUT::containsKey)
                .findFirst()
                .map(ABOUT::get)
                .orElseGet(() ->
                        call.names().stream()
                                .flatMap(name -> named(call.request(), name))
                                .toList());
    }

    private static Stream<String> named(String request, String name) {
        return switch (request.substring(0, request.indexOf(':'))) {
            case "dynamodb" -> isTable(name) ? Stream.of("table " + name) : Stream.empty();
            case "sqs" -> isQueue(name) ? Stream.of("queue " + name) : Stream.empty();
            case "s3" ->
                    name.endsWith("_BUCKET")
                            ? Stream.of(name.equals("INTAKE_BUCKET") ? INTAKE : FILES)
                            : Stream.empty();
            default -> Stream.empty();
        };
    }

    private static boolean isTable(String name) {
        return TableDefinitions.all().stream().anyMatch(table -> table.tableName().equals(name));
    }

    private static boolean isQueue(String name) {
        return Figures.queuesAndDeadLetters().contains(name);
    }

    /// What IAM asks for a request, where that is called otherwise.
    private static Stream<String> actions(String request) {
        return switch (request) {
            case "dynamodb:TransactWriteItems" ->
                    Stream.of(
                            "dynamodb:ConditionCheckItem",
                            "dynamodb:DeleteItem",
                            "dynamodb:PutItem",
                            "dynamodb:UpdateItem");
            case "s3:HeadBucket", "s3:ListObjectsV2" -> Stream.of("s3:ListBucket");
            case "s3:ListObjectVersions" -> Stream.of("s3:ListBucketVersions");
            case "s3:HeadObject", "s3:GetObjectAsBytes" -> Stream.of("s3:GetObject");
            case "s3:CopyObject" -> Stream.of("s3:GetObject", "s3:PutObject");
            default -> Stream.of(request.replaceAll("^(sqs:.*)Batch$", "$1"));
        };
    }

    private static String arn(Installation installation, String about) {
        String[] words = about.split(" ", 3);
        return switch (words[0]) {
            case "table" -> SITE.tableArn(words[1]);
            case "queue" -> SITE.queueArn(words[1]);
            case "topic" -> SITE.topicArn(words[1]);
            case "bucket" ->
                    Site.bucketArn(SITE.bucket(words[1]))
                            + (words.length > 2 ? "/" + words[2] : "");
            case "task", "task-definition", "container-instance" ->
                    SITE.arn("ecs", words[0] + "/" + words[1]);
            case "role" ->
                    installation
                            .resources("AWS::IAM::Role")
                            .map(Installation.Resource::id)
                            .filter(id -> id.startsWith(words[1] + "role"))
                            .map("${%s.Arn}"::formatted)
                            .findFirst()
                            .orElseThrow();
            default -> about;
        };
    }
}
