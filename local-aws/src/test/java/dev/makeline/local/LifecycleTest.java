package dev.makeline.local;

import static dev.makeline.protocol.ResourceNames.INTAKE_BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.IntakeTable;
import dev.makeline.protocol.RecipesTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Starting, stopping, starting again, and what stands in the way of it.
class LifecycleTest {

    @Test
    void theFirstMessageIsTheTestEvent() {
        try (RunningLocalAws local = RunningLocalAws.start(LocalAwsSettings.inMemory())) {
            JsonNode first = local.messages(1).getFirst();

            assertThat(first.path("Event").asText()).isEqualTo("s3:TestEvent");
            assertThat(first.path("Bucket").asText()).isEqualTo(INTAKE_BUCKET);
        }
    }

    @Test
    void objectsAndTablesOutliveARestart(@TempDir Path directory) {
        try (RunningLocalAws local = RunningLocalAws.start(LocalAwsSettings.in(directory))) {
            put(local, "makes/kept.json");
            local.dynamoDb()
                    .putItem(r ->
                            r.tableName(IntakeTable.NAME)
                                    .item(
                                            Map.of(
                                                    IntakeTable.OBJECT_ID,
                                                    AttributeValue.fromS("kept"))));
        }

        try (RunningLocalAws local = RunningLocalAws.start(LocalAwsSettings.in(directory))) {
            assertThat(keys(local)).containsExactly("makes/kept.json");
            assertThat(
                            local.dynamoDb()
                                    .getItem(r ->
                                            r.tableName(IntakeTable.NAME)
                                                    .key(IntakeTable.key("kept"))
                                                    .consistentRead(true))
                                    .hasItem())
                    .isTrue();
        }
    }

    @Test
    void dataOfAnotherVersionIsLeftAlone(@TempDir Path directory) throws IOException {
        try (RunningLocalAws local = RunningLocalAws.start(LocalAwsSettings.in(directory))) {
            put(local, "makes/kept.json");
        }
        Files.writeString(directory.resolve("version"), "0");

        assertThatExceptionOfType(LocalAwsCannotStartException.class)
                .isThrownBy(() -> LocalAws.start(LocalAwsSettings.in(directory)))
                .withMessageContaining("is of version 0, and this local AWS reads version 1 alone")
                .withMessageContaining("--data DIR");

        Files.delete(directory.resolve("version"));
        try (RunningLocalAws local = RunningLocalAws.start(LocalAwsSettings.in(directory))) {
            assertThat(keys(local)).containsExactly("makes/kept.json");
        }
    }

    @Test
    void writeThatAKilledProcessLeftIsNoObject(@TempDir Path directory) throws IOException {
        try (RunningLocalAws local = RunningLocalAws.start(LocalAwsSettings.in(directory))) {
            put(local, "makes/kept.json");
        }
        Files.writeString(
                directory.resolve(
                        "s3/makeline-intake/makes/pie.json-123e4567-e89b-42d3-a456-426614174000"),
                "half a docu");

        try (RunningLocalAws local = RunningLocalAws.start(LocalAwsSettings.in(directory))) {
            assertThat(keys(local)).containsExactly("makes/kept.json");
        }
    }

    @Test
    void provisioningAgainChangesNothing() {
        try (RunningLocalAws local = RunningLocalAws.start(LocalAwsSettings.inMemory())) {
            put(local, "makes/kept.json");

            new Provisioning(local.s3(), local.sqs(), local.dynamoDb(), QueueSettings.standard())
                    .createAll();

            assertThat(keys(local)).containsExactly("makes/kept.json");
            assertThat(local.s3().listBuckets().buckets()).extracting(Bucket::name).hasSize(2);
            assertThat(local.sqs().listQueues().queueUrls()).hasSize(4);
        }
    }

    @Test
    void tableOfAnEarlierVersionGetsTheIndexThatItLacks(@TempDir Path directory) {
        try (RunningLocalAws local = RunningLocalAws.start(LocalAwsSettings.in(directory))) {
            local.dynamoDb()
                    .updateTable(table ->
                            table.tableName(RecipesTable.NAME)
                                    .globalSecondaryIndexUpdates(
                                            GlobalSecondaryIndexUpdate.builder()
                                                    .delete(index ->
                                                            index.indexName(RecipesTable.BY_EFFECT))
                                                    .build()));
            await().until(() -> !indexes(local).contains(RecipesTable.BY_EFFECT));
        }

        try (RunningLocalAws local = RunningLocalAws.start(LocalAwsSettings.in(directory))) {
            assertThat(indexes(local)).contains(RecipesTable.BY_EFFECT);
        }
    }

    private static List<String> indexes(RunningLocalAws local) {
        return local
                .dynamoDb()
                .describeTable(table -> table.tableName(RecipesTable.NAME))
                .table()
                .globalSecondaryIndexes()
                .stream()
                .map(GlobalSecondaryIndexDescription::indexName)
                .toList();
    }

    @Test
    void twoInstancesKnowNothingOfEachOther() {
        try (RunningLocalAws one = RunningLocalAws.start(LocalAwsSettings.inMemory());
                RunningLocalAws other = RunningLocalAws.start(LocalAwsSettings.inMemory())) {
            put(one, "one.json");
            put(other, "other.json");

            assertThat(keys(one)).containsExactly("one.json");
            assertThat(keys(other)).containsExactly("other.json");
            assertThat(other.records(1))
                    .extracting(record -> record.at("/s3/object/key").asText())
                    .containsExactly("other.json");
            assertThat(one.records(1))
                    .extracting(record -> record.at("/s3/object/key").asText())
                    .containsExactly("one.json");
        }
    }

    @Test
    void withoutEventsTheQueueStaysEmpty() {
        LocalAwsSettings settings = LocalAwsSettings.inMemory().withoutS3Events();
        try (RunningLocalAws local = RunningLocalAws.start(settings)) {
            put(local, "silent.json");

            assertThat(
                            local.sqs()
                                    .receiveMessage(
                                            r -> r.queueUrl(local.queueUrl("makeline-s3-events")))
                                    .messages())
                    .isEmpty();
        }
    }

    @Test
    void systemPropertiesPointClientsOfThisJvmAtIt() {
        try (LocalAws aws = LocalAws.start(LocalAwsSettings.inMemory())) {
            aws.systemProperties().forEach(System::setProperty);
            try (S3Client s3 = S3Client.create()) {
                assertThat(s3.listBuckets().buckets()).hasSize(2);
            } finally {
                aws.systemProperties().keySet().forEach(System::clearProperty);
            }
        }
    }

    @Test
    void environmentNamesEveryEndpoint() {
        try (LocalAws aws = LocalAws.start(LocalAwsSettings.inMemory())) {
            assertThat(aws.environment())
                    .containsEntry("AWS_ENDPOINT_URL_S3", aws.s3().toString())
                    .containsEntry("AWS_ENDPOINT_URL_SQS", aws.sqs().toString())
                    .containsEntry("AWS_ENDPOINT_URL_DYNAMODB", aws.dynamoDb().toString())
                    .containsEntry("AWS_REGION", "us-east-1")
                    .containsEntry("AWS_ACCESS_KEY_ID", "test");
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        LocalAws aws = LocalAws.start(LocalAwsSettings.inMemory());
        aws.close();

        assertThatCode(aws::close).doesNotThrowAnyException();
    }

    @Test
    void takenPortIsToldWithTheWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LocalAwsSettings settings =
                    LocalAwsSettings.inMemory().withPorts(new Ports(0, taken.getLocalPort(), 0));

            assertThatExceptionOfType(LocalAwsCannotStartException.class)
                    .isThrownBy(() -> LocalAws.start(settings))
                    .withMessageContaining("SQS cannot listen on 127.0.0.1 port ")
                    .withMessageContaining("--sqs-port");
        }
    }

    @Test
    void dataDirectoryThatCannotBeWrittenIsToldWithTheWayOut(@TempDir Path directory)
            throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatExceptionOfType(LocalAwsCannotStartException.class)
                .isThrownBy(() -> LocalAws.start(LocalAwsSettings.in(file.resolve("data"))))
                .withMessageContaining("cannot write to the data directory")
                .withMessageContaining("--memory");
    }

    @Test
    void dataDirectoryInUseIsToldWithTheWayOut(@TempDir Path directory) {
        try (LocalAws _ = LocalAws.start(LocalAwsSettings.in(directory))) {
            assertThatExceptionOfType(LocalAwsCannotStartException.class)
                    .isThrownBy(() -> LocalAws.start(LocalAwsSettings.in(directory)))
                    .withMessageContaining("Another local AWS uses the data directory");
        }
    }

    private static void put(RunningLocalAws local, String key) {
        local.s3().putObject(r -> r.bucket(INTAKE_BUCKET).key(key), RequestBody.fromString("{}"));
    }

    private static List<String> keys(RunningLocalAws local) {
        return local.s3().listObjectsV2(r -> r.bucket(INTAKE_BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
