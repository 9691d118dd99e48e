package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.deploy.Installation.Resource;
import dev.makeline.local.QueueSettings;
import dev.makeline.protocol.ResourceNames;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NeedsNode
class QueueTest {

    private static final List<String> NAMES =
            List.of(
                    ResourceNames.S3_EVENTS_QUEUE,
                    ResourceNames.S3_EVENTS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX,
                    ResourceNames.UPLOAD_JOBS_QUEUE,
                    ResourceNames.UPLOAD_JOBS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX);

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void theQueuesAreThoseThatTheServicesAskFor(Installation installation) {
        assertThat(queues(installation).map(QueueTest::name))
                .containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void everyQueueHasADeadLetterQueueAndRedeliversAsElsewhere(Installation installation) {
        QueueSettings elsewhere = QueueSettings.standard();

        assertThat(queues(installation).filter(queue -> !isOfDeadLetters(queue)))
                .hasSize(2)
                .allSatisfy(queue -> {
                    String deadLetters =
                            queue.at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0").asText();
                    assertThat(
                                    queues(installation)
                                            .filter(other -> other.id().equals(deadLetters))
                                            .map(QueueTest::name))
                            .containsExactly(name(queue) + ResourceNames.DEAD_LETTER_SUFFIX);
                    assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt())
                            .isEqualTo(elsewhere.maxEventReceives())
                            .isEqualTo(elsewhere.maxJobReceives());
                    assertThat(queue.at("/VisibilityTimeout").asLong())
                            .isEqualTo(elsewhere.eventVisibility().toSeconds())
                            .isEqualTo(elsewhere.jobVisibility().toSeconds());
                });
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void everyQueueHasAnAlarmThatTellsPeople(Installation installation) {
        List<String> watched =
                installation
                        .resources("AWS::CloudWatch::Alarm")
                        .filter(alarm -> alarm.stack().equals("makeline-watching"))
                        .flatMap(alarm ->
                                Installation.elements(alarm.at("/Dimensions"))
                                        .filter(dimension ->
                                                dimension
                                                        .path("Name")
                                                        .asText()
                                                        .equals("QueueName")))
                        .map(dimension -> dimension.path("Value").asText())
                        .toList();

        assertThat(watched).containsAll(NAMES);
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void everyQueueIsEncryptedAndTakesNothingInClear(Installation installation) {
        assertThat(queues(installation))
                .allSatisfy(queue -> {
                    assertThat(queue.at("/KmsMasterKeyId").isMissingNode()).isFalse();
                    assertThat(policies(installation, queue).map(JsonNode::toString))
                            .anyMatch(statement ->
                                    statement.contains("\"Deny\"")
                                            && statement.contains(
                                                    "\"aws:SecureTransport\":\"false\""));
                });
    }

    @Test
    void theQueuesOfProductionKeepMessagesForTwoWeeksAndOutliveTheirStack() {
        assertThat(queues(Installation.prod()))
                .allSatisfy(queue -> {
                    assertThat(queue.at("/MessageRetentionPeriod").asInt())
                            .isEqualTo(14 * 24 * 60 * 60);
                    assertThat(queue.json().path("DeletionPolicy").asText()).isEqualTo("Retain");
                });
    }

    private static Stream<JsonNode> policies(Installation installation, Resource queue) {
        return installation
                .resources("AWS::SQS::QueuePolicy")
                .filter(policy -> policy.at("/Queues/0/Ref").asText().equals(queue.id()))
                .flatMap(policy -> Installation.elements(policy.at("/PolicyDocument/Statement")));
    }

    private static Stream<Resource> queues(Installation installation) {
        return installation.resources("AWS::SQS::Queue");
    }

    private static String name(Resource queue) {
        return queue.at("/QueueName").asText();
    }

    private static boolean isOfDeadLetters(Resource queue) {
        return name(queue).endsWith(ResourceNames.DEAD_LETTER_SUFFIX);
    }
}
