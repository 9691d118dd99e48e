package dev.makeline.processor.task.ecs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.processor.JobsFixture;
import dev.makeline.processor.dispatch.TaskGrant;
import dev.makeline.processor.grant.LinkToken;
import dev.makeline.processor.grant.ObjectUrls;
import dev.makeline.processor.task.TaskRequest;
import dev.makeline.protocol.LiveFile;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobKindDescription;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.ResourceClass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.s3.S3Client;

/// With links as a dispatcher signs them that has a role, and so a session token.
class OrderSizeTest {

    private static final int LONGEST = 8_192;

    /// What JSON adds to a variable's name and value.
    private static final int BRACES = 24;

    /// Names, sizes and the command.
    private static final int REST = 400;

    private final JobsFixture jobs = new JobsFixture();

    static Stream<String> kinds() {
        return JobKinds.all().stream()
                .map(JobKindDescription::name)
                .filter(name -> !name.equals(JobKinds.CONTAINER));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theOrderOfEveryKindFitsIntoWhatEcsTakes(String kind) {
        LiveFile file = jobs.file("notes.txt", "flour".getBytes(UTF_8));
        Job job = jobs.job(kind, file, "{}");
        Map<String, String> granted = grant().of(job, Duration.ofHours(12));

        List<ContainerOverride> order = order(job, granted);

        assertThat(characters(order)).isLessThan(LONGEST);
        assertThat(ObjectUrls.of(LinkToken.together(variables(order.getFirst()))))
                .isEqualTo(ObjectUrls.of(granted));
    }

    private TaskGrant grant() {
        return new TaskGrant(
                jobs.dynamoDb,
                S3Client.builder()
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsSessionCredentials.create(
                                                "ASIA" + "K".repeat(16),
                                                "s".repeat(40),
                                                "IQoJb3JpZ2luX2VjEJr/".repeat(105))))
                        .build(),
                jobs.clock,
                Map.of(
                        "MAKELINE_PROCESSOR_RECIPE_SERVER_URL",
                        "https://makeline.example.com",
                        "MAKELINE_PROCESSOR_TOKEN",
                        "t".repeat(60)));
    }

    private static List<ContainerOverride> order(Job job, Map<String, String> environment) {
        return new TaskOrders(EcsTasks.settings(true))
                .order(
                        new TaskRequest(
                                job.id(),
                                1,
                                ResourceClass.SMALL,
                                Duration.ofMinutes(1),
                                environment,
                                false),
                        "definition:1",
                        TaskOrders.Provider.FARGATE)
                .overrides()
                .containerOverrides();
    }

    private static int characters(List<ContainerOverride> order) {
        return REST
                + order.stream()
                        .flatMap(container -> container.environment().stream())
                        .mapToInt(one -> one.name().length() + one.value().length() + BRACES)
                        .sum();
    }

    private static Map<String, String> variables(ContainerOverride container) {
        return container.environment().stream()
                .collect(Collectors.toMap(KeyValuePair::name, KeyValuePair::value));
    }
}
