package dev.makeline.server.notice;

import dev.makeline.local.LocalAws;
import dev.makeline.local.LocalAwsSettings;
import dev.makeline.operations.SteadyClock;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.FileId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The outbox in the stand-in for DynamoDB, empty at first, and servers that tell from it. Time
/// stands still until the test lets it pass.
final class OutboxOfTheTest {

    static final Duration LEASE = Duration.ofSeconds(30);
    static final Duration SEND_TIMEOUT = Duration.ofSeconds(2);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /// Of its own: the outbox of the other tests has a server that tells from it.
    private static final LocalAws AWS =
            LocalAws.start(LocalAwsSettings.inMemory().withoutS3Events());

    final DynamoDbClient dynamoDb =
            DynamoDbClient.builder()
                    .endpointOverride(AWS.dynamoDb())
                    .region(Region.US_EAST_1)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(
                                    AwsBasicCredentials.create("test", "test")))
                    .httpClient(ApacheHttpClient.create())
                    .build();

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-27T08:00:00Z"));

    OutboxOfTheTest() {
        NoticeOutbox outbox = new NoticeOutbox(dynamoDb);
        Optional<String> next = Optional.empty();
        do {
            NoticeOutbox.Found found = outbox.read(next, 100);
            found.notices().forEach(notice -> delete(notice.part()));
            next = found.next();
        } while (next.isPresent());
    }

    private void delete(String part) {
        dynamoDb.deleteItem(
                delete -> delete.tableName(AccountsTable.NAME).key(NoticeRows.key(part)));
    }

    DeletionNotice deletion() {
        FileId file = FileId.next(now.get());
        DeletionNotice notice =
                new DeletionNotice(
                        FileId.next(now.get()).value(),
                        file.value(),
                        "pie.json",
                        "owner",
                        "ann",
                        now.get(),
                        DeletionNotice.TRASH);
        put(NoticeRows.toTell(notice));
        return notice;
    }

    void put(Map<String, AttributeValue> row) {
        dynamoDb.putItem(put -> put.tableName(AccountsTable.NAME).item(row));
    }

    List<DeletionNotice> deletions(int count) {
        List<DeletionNotice> notices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            notices.add(deletion());
        }
        return notices;
    }

    NoticeLoop server(NoticeChannel channel) {
        InstantSource clock = now::get;
        return server(channel, clock);
    }

    NoticeLoop server(NoticeChannel channel, InstantSource clock) {
        return new NoticeLoop(
                new NoticeOutbox(dynamoDb),
                channel,
                new NoticeSettings(
                        "log", "", "", Duration.ofSeconds(5), SEND_TIMEOUT, LEASE, LONGEST_PAUSE),
                clock,
                new SteadyClock(() -> Duration.between(Instant.EPOCH, now.get()).toNanos()),
                Executors.newVirtualThreadPerTaskExecutor(),
                new SimpleMeterRegistry());
    }

    Instant now() {
        return now.get();
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    List<WaitingNotice> waiting() {
        return new NoticeOutbox(dynamoDb).read(Optional.empty(), 500).notices();
    }

    /// An attribute of the row of what was told.
    String told(DeletionNotice notice, String attribute) {
        return Attributes.requiredText(
                dynamoDb.getItem(get ->
                                get.tableName(AccountsTable.NAME)
                                        .key(NoticeRows.toldKey(notice.deletionId()))
                                        .consistentRead(true))
                        .item(),
                attribute);
    }
}
