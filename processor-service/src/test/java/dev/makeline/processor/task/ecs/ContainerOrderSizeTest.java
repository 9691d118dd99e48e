package dev.makeline.processor.task.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.processor.grant.ContainerUrls;
import dev.makeline.processor.task.TaskContainer;
import dev.makeline.processor.task.TaskRequest;
import dev.makeline.processor.task.TaskScope;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.ResourceClass;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;

class ContainerOrderSizeTest {

    private static final int LONGEST = 8_192;
    private static final int NAMES_AND_QUOTES = 600;

    private static final URI LINK =
            URI.create(
                    "https://makeline-files.s3.eu-central-1.amazonaws.com/files/"
                            + "k".repeat(60)
                            + "?X-Amz-Security-Token="
                            + "t".repeat(2_100)
                            + "&X-Amz-Signature="
                            + "s".repeat(330));

    @Test
    void linksOfTheLongestKindFitIntoWhatEcsTakes() {
        int characters =
                order(ResourceClass.SMALL).stream()
                        .flatMap(container -> container.environment().stream())
                        .mapToInt(one -> one.name().length() + one.value().length())
                        .sum();

        assertThat(characters).isLessThan(LONGEST - NAMES_AND_QUOTES);
    }

    @ParameterizedTest
    @EnumSource(ResourceClass.class)
    void twoContainersShareTheSizeOfOneClass(ResourceClass resources) {
        FargateSize size = FargateSize.of(resources);
        List<ContainerOverride> both = order(resources);

        assertThat(both.stream().mapToInt(ContainerOverride::memory).sum())
                .isEqualTo(size.mebibytes());
        assertThat(both.stream().mapToInt(ContainerOverride::cpu).sum()).isEqualTo(size.cpu());
        assertThat(both.getLast().memory()).isGreaterThanOrEqualTo(256);
    }

    private static List<ContainerOverride> order(ResourceClass resources) {
        ContainerUrls between = new ContainerUrls(LINK, LINK);
        Map<String, String> environment =
                Map.of(
                        "MAKELINE_LINK_ROW", "r".repeat(30),
                        "AWS_ACCESS_KEY_ID", "k".repeat(20),
                        "AWS_SECRET_ACCESS_KEY", "s".repeat(40),
                        "AWS_SESSION_TOKEN", "t".repeat(2_100));
        TaskRequest request =
                new TaskRequest(
                        JobId.next(Instant.EPOCH),
                        1,
                        resources,
                        Duration.ofMinutes(1),
                        environment,
                        Optional.of(
                                new TaskContainer(
                                        "alpine",
                                        List.of(),
                                        between.forContainer(LINK),
                                        new TaskScope(
                                                Duration.ofMinutes(1),
                                                Set.of(),
                                                Optional.empty(),
                                                Set.of()))),
                        false);
        return new TaskOrders(EcsTasks.settings(true))
                .order(request, "definition:1", TaskOrders.Provider.FARGATE)
                .overrides()
                .containerOverrides();
    }
}
