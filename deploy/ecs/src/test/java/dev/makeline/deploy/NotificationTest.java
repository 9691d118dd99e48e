package dev.makeline.deploy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.deploy.Installation.Resource;
import dev.makeline.protocol.ResourceNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The three that have to fit for an object to become a message: what the bucket says, what the
/// queue lets in, and who may use the queue's key.
@NeedsNode
class NotificationTest {

    /// What AWS asks of the key for a caller's request.
    private static final Map<String, Set<String>> USES =
            Map.ofEntries(
                    Map.entry("dynamodb:BatchGetItem", Set.of("kms:Decrypt")),
                    Map.entry("dynamodb:BatchWriteItem", Set.of("kms:Decrypt")),
                    Map.entry("dynamodb:DeleteItem", Set.of("kms:Decrypt")),
                    Map.entry("dynamodb:GetItem", Set.of("kms:Decrypt")),
                    Map.entry("dynamodb:GetRecords", Set.of("kms:Decrypt")),
                    Map.entry("dynamodb:PutItem", Set.of("kms:Decrypt")),
                    Map.entry("dynamodb:Query", Set.of("kms:Decrypt")),
                    Map.entry("dynamodb:UpdateItem", Set.of("kms:Decrypt")),
                    Map.entry("s3:GetObject", Set.of("kms:Decrypt")),
                    Map.entry("s3:GetObjectVersion", Set.of("kms:Decrypt")),
                    Map.entry("s3:PutObject", Set.of("kms:GenerateDataKey")),
                    Map.entry("sqs:ReceiveMessage", Set.of("kms:Decrypt")),
                    Map.entry("sqs:SendMessage", Set.of("kms:Decrypt", "kms:GenerateDataKey")),
                    Map.entry("sns:Publish", Set.of("kms:Decrypt", "kms:GenerateDataKey")));

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void theIntakeBucketTellsTheQueueOfEachObjectWithNothingBetween(Installation installation) {
        Resource bucket = intake(installation);

        assertThat(
                        Installation.elements(
                                bucket.at("/NotificationConfiguration/QueueConfigurations")))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.path("Event").asText()).isEqualTo("s3:ObjectCreated:*");
                    assertThat(told.path("Queue").asText())
                            .isEqualTo(Installation.SITE.queueArn(ResourceNames.S3_EVENTS_QUEUE));
                });
        assertThat(installation.resources().map(Resource::type))
                .noneMatch(type ->
                        type.startsWith("Custom::") || type.equals("AWS::Lambda::Function"));
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void theQueueLetsInWhatComesFromThatBucketOfThisAccount(Installation installation) {
        assertThat(Statements.of(installation).filter(Statements::allows))
                .filteredOn(statement -> statement.actions().contains("sqs:SendMessage"))
                .filteredOn(statement -> isOf(statement, "s3.amazonaws.com"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.conditions().at("/ArnEquals/aws:SourceArn").asText())
                            .isEqualTo(
                                    "arn:aws:s3:::"
                                            + intake(installation).at("/BucketName").asText());
                    assertThat(
                                    statement
                                            .conditions()
                                            .at("/StringEquals/aws:SourceAccount")
                                            .asText())
                            .isEqualTo(Installation.SITE.account());
                });
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void s3MayUseTheKeyOfThatQueue(Installation installation) {
        Resource queue =
                installation.resource(
                        "AWS::SQS::Queue", "/QueueName", ResourceNames.S3_EVENTS_QUEUE);
        String key = queue.at("/KmsMasterKeyId/Fn::GetAtt/0").asText();

        assertThat(Statements.of(installation).filter(Statements::allows))
                .filteredOn(statement -> statement.resource().stack().equals(queue.stack()))
                .filteredOn(statement -> statement.resource().id().equals(key))
                .filteredOn(statement -> isOf(statement, "s3.amazonaws.com"))
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.actions())
                                .containsExactlyInAnyOrder("kms:Decrypt", "kms:GenerateDataKey"));
    }

    /// DynamoDB and S3 use the key of data, SQS and SNS that of messages, each on behalf of the
    /// caller, who must be let through that very service.
    @ParameterizedTest
    @MethodSource("programsAndServices")
    void whoeverUsesAServiceMayUseItsKeyThroughThatService(String program, String service) {
        Installation.both()
                .forEach(installation -> {
                    Set<String> needed =
                            Statements.of(installation)
                                    .filter(Statements::allows)
                                    .filter(statement -> isOfRole(statement, program))
                                    .flatMap(statement -> statement.actions().stream())
                                    .filter(action -> action.startsWith(service + ":"))
                                    .flatMap(action -> USES.getOrDefault(action, Set.of()).stream())
                                    .collect(toSet());
                    String key =
                            Set.of("dynamodb", "s3").contains(service)
                                    ? "makeline-storage"
                                    : "makeline-messaging";

                    assertThat(
                                    Grants.of(installation, program)
                                            .ofKey(key)
                                            .filter(statement ->
                                                    texts(statement, "kms:ViaService")
                                                            .contains(
                                                                    "%s.us-east-1.amazonaws.com"
                                                                            .formatted(service)))
                                            .flatMap(statement -> statement.actions().stream()))
                            .containsAll(needed);
                });
    }

    static Stream<Arguments> programsAndServices() {
        return Stream.of(
                        "recipe-server",
                        "watcher-service",
                        "sender-service",
                        "processor-service",
                        "task")
                .flatMap(program ->
                        Stream.of("dynamodb", "s3", "sqs", "sns")
                                .map(service -> Arguments.of(program, service)));
    }

    private static boolean isOfRole(Statements statement, String program) {
        return statement.resource().type().equals("AWS::IAM::Policy")
                && statement.resource().id().startsWith(program.replace("-", "") + "role");
    }

    private static List<String> texts(Statements statement, String key) {
        JsonNode value = statement.conditions().path("StringEquals").path(key);
        return value.isArray()
                ? Installation.elements(value).map(JsonNode::asText).toList()
                : List.of(value.asText());
    }

    private static boolean isOf(Statements statement, String service) {
        JsonNode services = statement.json().at("/Principal/Service");
        return services.toString().contains('"' + service + '"');
    }

    private static Resource intake(Installation installation) {
        return installation.resource(
                "AWS::S3::Bucket", "/BucketName", Installation.SITE.intakeBucket());
    }
}
