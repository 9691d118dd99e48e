package dev.makeline.processor.task.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.processor.JobsFixture;
import dev.makeline.processor.SettableClock;
import dev.makeline.processor.ecs.EcsClients;
import dev.makeline.processor.ecs.EcsStandIn;
import dev.makeline.processor.ecs.StsStandIn;
import dev.makeline.processor.grant.ContainerUrls;
import dev.makeline.processor.grant.LinkRow;
import dev.makeline.processor.task.TaskContainer;
import dev.makeline.processor.task.TaskRequest;
import dev.makeline.processor.task.TaskScope;
import dev.makeline.processor.task.TaskStart;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobOrder;
import dev.makeline.protocol.job.JobPriority;
import dev.makeline.protocol.job.ResourceClass;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

class StsContainerRightsTest {

    private static final String ROLE = "arn:aws:iam::123456789012:role/makeline-task";
    private static final Map<String, String> LINKS =
            Map.of("MAKELINE_OUTPUT_URLS", "https://files.example.com/files/a/b?signature=c");

    private final JobsFixture jobs = new JobsFixture();
    private final StsStandIn sts = new StsStandIn();
    private final EcsStandIn ecs =
            EcsStandIn.start((_, _) -> new ProcessBuilder("true").start(), new SettableClock());
    private final FileId input = FileId.next(Instant.now());
    private final FileId output = FileId.next(Instant.now());

    @AfterEach
    void stop() {
        sts.close();
        ecs.close();
    }

    @Test
    void theRoleIsAssumedForTheRowsOfThisJobAndForAnHour() throws Exception {
        Job job = job(Optional.empty(), Duration.ofMinutes(50));

        assertThat(start(job)).isInstanceOf(TaskStart.Started.class);

        Map<String, String> asked = sts.asked.getFirst();
        assertThat(asked)
                .containsEntry("Action", "AssumeRole")
                .containsEntry("RoleArn", ROLE)
                .containsEntry("DurationSeconds", "3600")
                .containsEntry("RoleSessionName", job.id() + "-1");
        JsonNode policy = ProtocolJson.mapper().readTree(asked.get("Policy"));
        assertThat(policy.path("Statement").valueStream())
                .allSatisfy(statement -> {
                    assertThat(statement.path("Action").toString())
                            .doesNotContain("*", "Query", "Scan", "s3:");
                    assertThat(statement.path("Resource").asText())
                            .matches("arn:aws:dynamodb:\\*:123456789012:table/makeline-[a-z]+");
                })
                .extracting(StsContainerRightsTest::keys)
                .containsExactly(
                        keys(job.id().value()),
                        keys("containers"),
                        ProtocolJson.mapper()
                                .valueToTree(
                                        List.of(output.value(), "owner#" + jobs.owner).stream()
                                                .sorted()
                                                .toList()),
                        keys(input.value()));
    }

    @Test
    void theLongestPolicyFitsAndAPersonsKeyIsNoVariable() {
        String key = "${aws:PrincipalTag/x}" + "é😀".repeat(26) + "k".repeat(1);
        Job job = job(Optional.of(key), Duration.ofMinutes(10));

        start(job);

        String policy = sts.asked.getFirst().get("Policy");
        assertThat(policy)
                .hasSizeLessThan(2_048)
                .matches("[\\x20-\\x7e]+")
                .contains("${$}{aws:PrincipalTag/x}");
    }

    @Test
    void theTasksOwnContainerHasTheCredentialsAndTheOtherOneHasNone() throws Exception {
        start(job(Optional.empty(), Duration.ofMinutes(10)));

        JsonNode containers = ecs.started().getFirst().at("/overrides/containerOverrides");
        assertThat(containers.path(0).toString())
                .contains("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", StsStandIn.SESSION_TOKEN);
        assertThat(containers.path(1).toString())
                .doesNotContain("AWS_", StsStandIn.SESSION_TOKEN, "MAKELINE_LINK_ROW");
        assertThat(ecs.definitions.registered().getFirst().has("taskRoleArn")).isFalse();
    }

    @Test
    void theTaskReadsItsLinksOnceFromItsRow() {
        Job job = job(Optional.empty(), Duration.ofMinutes(10));
        LinkRow row = new LinkRow(jobs.dynamoDb);

        Map<String, String> told = row.put(job.id(), 1, LINKS);

        assertThat(told.toString()).doesNotContain("signature");
        assertThat(row.take(told)).containsAllEntriesOf(LINKS);
        assertThat(row.take(told)).isEqualTo(told);
        assertThat(row.take(Map.of("PATH", "/bin"))).isEqualTo(Map.of("PATH", "/bin"));
    }

    @Test
    void withoutCredentialsTheAttemptWaitsAsWithoutRoom() {
        sts.error = "InternalFailure";
        sts.status = 500;

        assertThat(start(job(Optional.empty(), Duration.ofMinutes(10))))
                .isInstanceOfSatisfying(
                        TaskStart.NoCapacity.class,
                        waits -> assertThat(waits.reason()).contains("no credentials"));
        assertThat(sts.asked).hasSizeBetween(1, 4);
        assertThat(ecs.started()).isEmpty();
    }

    @Test
    void aDispatcherThatMayNotAssumeTheRoleSaysWhatIsMissing() {
        sts.error = "AccessDenied";
        sts.status = 403;

        assertThat(start(job(Optional.empty(), Duration.ofMinutes(10))))
                .isInstanceOfSatisfying(
                        TaskStart.Refused.class,
                        refused -> assertThat(refused.reason()).contains("sts:AssumeRole", ROLE));
    }

    @Test
    void aContainerThatMayTakeLongerThanItsCredentialsLastIsRefused() {
        assertThat(start(job(Optional.empty(), Duration.ofMinutes(51))))
                .isInstanceOfSatisfying(
                        TaskStart.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .contains("at most 3000 s", "timeout of 3060 s"));
        assertThat(sts.asked).isEmpty();
    }

    private static JsonNode keys(JsonNode statement) {
        return statement.at("/Condition/ForAllValues:StringEquals/dynamodb:LeadingKeys");
    }

    private static JsonNode keys(String one) {
        return ProtocolJson.mapper().valueToTree(List.of(one));
    }

    private TaskStart start(Job job) {
        URI link = URI.create("https://files.example.com/files/a/b?signature=c");
        ContainerUrls between = new ContainerUrls(link, link);
        return runner().start(
                        new TaskRequest(
                                job.id(),
                                1,
                                ResourceClass.SMALL,
                                Duration.ofMinutes(60),
                                LINKS,
                                Optional.of(
                                        new TaskContainer(
                                                "tools/copy:1",
                                                List.of(),
                                                between.forContainer(link),
                                                TaskScope.of(job, List.of(output)))),
                                false));
    }

    private EcsTaskRunner runner() {
        ecs.containers = (_, _) -> process();
        return new EcsTaskRunner(
                EcsClients.of(ecs.endpoint(), 5),
                new StsContainerRights(
                        StsClient.builder()
                                .httpClient(ApacheHttpClient.create())
                                .endpointOverride(sts.endpoint())
                                .region(Region.US_EAST_1)
                                .credentialsProvider(AnonymousCredentialsProvider.create())
                                .build(),
                        new LinkRow(jobs.dynamoDb)),
                EcsTasks.settings(false),
                new SettableClock().steady);
    }

    private static Process process() throws IOException {
        return new ProcessBuilder("true").start();
    }

    private Job job(Optional<String> exclusiveKey, Duration timeout) {
        Instant now = jobs.clock.instant();
        return Job.created(
                JobId.next(now),
                jobs.owner,
                new JobOrder(
                        JobKinds.CONTAINER,
                        Optional.of(input),
                        ResourceClass.SMALL,
                        timeout,
                        3,
                        JobPriority.NORMAL,
                        exclusiveKey,
                        Optional.empty()),
                now);
    }
}
