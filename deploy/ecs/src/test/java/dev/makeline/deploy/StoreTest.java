package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.deploy.Installation.Resource;
import dev.makeline.protocol.TableDefinitions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

@NeedsNode
class StoreTest {

    private static final String TABLE = "AWS::DynamoDB::GlobalTable";
    private static final String BUCKET = "AWS::S3::Bucket";

    /// What a table is keyed by, whoever says it.
    record Layout(
            Map<String, String> attributes,
            List<String> keys,
            Map<String, Index> indexes,
            Optional<String> stream,
            Optional<String> timeToLive) {}

    record Index(List<String> keys, String projection, Set<String> attributes) {}

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void theTablesAreWhatTheServicesSayTheyAre(Installation installation) {
        Map<String, Layout> wanted =
                TableDefinitions.all().stream()
                        .collect(
                                Collectors.toMap(CreateTableRequest::tableName, StoreTest::layout));

        assertThat(
                        installation
                                .resources(TABLE)
                                .collect(
                                        Collectors.toMap(
                                                table -> table.at("/TableName").asText(),
                                                table -> layout(table, installation))))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void everyTableIsEncryptedPaidByUseAndCanBeTakenBackInTime(Installation installation) {
        assertThat(installation.resources(TABLE))
                .hasSize(5)
                .allSatisfy(table -> {
                    assertThat(table.at("/BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
                    assertThat(table.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
                    assertThat(table.at("/SSESpecification/SSEType").asText()).isEqualTo("KMS");
                    assertThat(Installation.elements(table.at("/Replicas")))
                            .hasSize(1 + (int) installation.environment.standby().stream().count())
                            .allSatisfy(replica -> {
                                assertThat(
                                                replica.at(
                                                                "/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                                                        .asBoolean())
                                        .isTrue();
                                assertThat(
                                                replica.at("/SSESpecification/KMSMasterKeyId")
                                                        .isMissingNode())
                                        .isFalse();
                                assertThat(replica.path("DeletionProtectionEnabled").asBoolean())
                                        .isEqualTo(installation.environment.keepsData());
                            });
                });
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void everyBucketIsEncryptedAndClosed(Installation installation) {
        assertThat(installation.resources(BUCKET))
                .isNotEmpty()
                .allSatisfy(bucket -> {
                    assertThat(
                                    bucket.at(
                                                    "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm")
                                            .asText())
                            .isEqualTo(isOfLogs(bucket) ? "AES256" : "aws:kms");
                    assertThat(bucket.at("/PublicAccessBlockConfiguration").properties())
                            .hasSize(4)
                            .allMatch(closed -> closed.getValue().asBoolean());
                    assertThat(
                                    installation
                                            .resources("AWS::S3::BucketPolicy")
                                            .filter(policy -> policy.stack().equals(bucket.stack()))
                                            .filter(policy ->
                                                    policy.at("/Bucket/Ref")
                                                            .asText()
                                                            .equals(bucket.id()))
                                            .map(policy -> policy.properties().toString()))
                            .singleElement()
                            .asString()
                            .contains("\"aws:SecureTransport\":\"false\"")
                            .contains("\"s3:TlsVersion\":1.2");
                    assertThat(bucket.at("/LifecycleConfiguration/Rules")).isNotEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void bucketsOfDataKeepWhatIsReplacedAndAreReachedFromAfar(Installation installation) {
        assertThat(
                        Stream.of(Installation.SITE.intakeBucket(), Installation.SITE.filesBucket())
                                .map(name -> installation.resource(BUCKET, "/BucketName", name)))
                .allSatisfy(bucket -> {
                    assertThat(bucket.at("/VersioningConfiguration/Status").asText())
                            .isEqualTo("Enabled");
                    assertThat(bucket.at("/AccelerateConfiguration/AccelerationStatus").asText())
                            .isEqualTo("Enabled");
                    assertThat(bucket.at("/LoggingConfiguration").isMissingNode()).isFalse();
                });
    }

    @Test
    void browsersOfProductionSendFilesToTheAcceleratedHostOfTheirBucket() {
        assertThat(server(Installation.prod()).environment())
                .containsEntry(
                        "MAKELINE_FILES_BROWSER_ENDPOINT",
                        "https://makeline-files-111122223333-us-east-1.s3-accelerate.amazonaws.com");
        assertThat(server(Installation.dev()).environment())
                .doesNotContainKey("MAKELINE_FILES_BROWSER_ENDPOINT");
    }

    private static Container server(Installation installation) {
        return Container.of(
                installation.resource(
                        "AWS::ECS::TaskDefinition", "/Family", "makeline-recipe-server"));
    }

    @Test
    void whatIsKeptInProductionIsCopiedToTheOtherRegion() {
        Installation prod = Installation.prod();

        assertThat(
                        Stream.of("makeline-intake", "makeline-files")
                                .map(name ->
                                        prod.resource(
                                                BUCKET,
                                                "/BucketName",
                                                Installation.SITE.bucket(name))))
                .allSatisfy(bucket -> {
                    JsonNode rule = bucket.at("/ReplicationConfiguration/Rules/0");
                    assertThat(rule.path("Status").asText()).isEqualTo("Enabled");
                    String copy =
                            bucket.at("/BucketName").asText().replace("us-east-1", "us-west-2");
                    assertThat(rule.at("/Destination/Bucket").asText())
                            .isEqualTo("arn:aws:s3:::" + copy);
                    assertThat(
                                    prod.resource(BUCKET, "/BucketName", copy)
                                            .at("/VersioningConfiguration/Status")
                                            .asText())
                            .isEqualTo("Enabled");
                });
    }

    private static boolean isOfLogs(Resource bucket) {
        return bucket.at("/BucketName").asText().contains("logs");
    }

    private static Layout layout(CreateTableRequest table) {
        return new Layout(
                table.attributeDefinitions().stream()
                        .collect(
                                Collectors.toMap(
                                        attribute -> attribute.attributeName(),
                                        attribute -> attribute.attributeTypeAsString())),
                table.keySchema().stream().map(StoreTest::key).toList(),
                table.globalSecondaryIndexes().stream()
                        .collect(
                                Collectors.toMap(
                                        index -> index.indexName(),
                                        index ->
                                                new Index(
                                                        index.keySchema().stream()
                                                                .map(StoreTest::key)
                                                                .toList(),
                                                        index.projection().projectionTypeAsString(),
                                                        new TreeSet<>(
                                                                index.projection()
                                                                        .nonKeyAttributes())))),
                Optional.ofNullable(table.streamSpecification())
                        .map(stream -> stream.streamViewTypeAsString()),
                Optional.ofNullable(TableDefinitions.timesToLive().get(table.tableName())));
    }

    /// The stream that copying between regions asks for is not one that the services asked for.
    private static Layout layout(Resource table, Installation installation) {
        Map<String, String> attributes = new TreeMap<>();
        Installation.elements(table.at("/AttributeDefinitions"))
                .forEach(attribute ->
                        attributes.put(
                                attribute.path("AttributeName").asText(),
                                attribute.path("AttributeType").asText()));
        Optional<String> stream = text(table.at("/StreamSpecification/StreamViewType"));
        boolean isForCopies =
                installation.environment.standby().isPresent()
                        && !table.at("/TableName").asText().equals("makeline-jobs");
        return new Layout(
                attributes,
                keys(table.at("/KeySchema")),
                Installation.elements(table.at("/GlobalSecondaryIndexes"))
                        .collect(
                                Collectors.toMap(
                                        index -> index.path("IndexName").asText(),
                                        index ->
                                                new Index(
                                                        keys(index.path("KeySchema")),
                                                        index.at("/Projection/ProjectionType")
                                                                .asText(),
                                                        Installation.elements(
                                                                        index.at(
                                                                                "/Projection/NonKeyAttributes"))
                                                                .map(JsonNode::asText)
                                                                .collect(
                                                                        Collectors.toCollection(
                                                                                TreeSet::new))))),
                isForCopies ? Optional.empty() : stream,
                text(table.at("/TimeToLiveSpecification/AttributeName")));
    }

    private static Optional<String> text(JsonNode value) {
        return value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
    }

    private static List<String> keys(JsonNode schema) {
        return Installation.elements(schema)
                .map(element ->
                        element.path("AttributeName").asText()
                                + " "
                                + element.path("KeyType").asText())
                .toList();
    }

    private static String key(KeySchemaElement element) {
        return element.attributeName() + " " + element.keyTypeAsString();
    }
}
