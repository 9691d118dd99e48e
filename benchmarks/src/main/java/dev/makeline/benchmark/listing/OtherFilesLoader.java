package dev.makeline.benchmark.listing;

import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Puts many rows of others' files into the table, past the server.
final class OtherFilesLoader {

    /// Rows of one write; DynamoDB takes 25. Two owners of ten files.
    private static final int ROWS = 20;

    private static final int FILES_OF_OWNER = 10;
    private static final int THREADS = 4;

    private final DynamoDbClient dynamoDb;
    private final OtherFiles files;

    OtherFilesLoader(DynamoDbClient dynamoDb, OtherFiles files) {
        this.dynamoDb = dynamoDb;
        this.files = files;
    }

    /// Returns when all are there.
    ///
    /// @param count rounded up to whole writes
    /// @throws java.util.concurrent.CompletionException when some could not be put
    void put(int count) {
        AtomicInteger left = new AtomicInteger(Math.ceilDiv(count, ROWS));
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            CompletableFuture.allOf(
                            Stream.generate(() ->
                                            CompletableFuture.runAsync(
                                                    () -> putWhileAnyAreLeft(left), threads))
                                    .limit(THREADS)
                                    .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }

    private void putWhileAnyAreLeft(AtomicInteger left) {
        while (left.getAndDecrement() > 0) {
            Map<String, List<WriteRequest>> rows = Map.of(FilesTable.NAME, rows());
            while (!rows.isEmpty()) {
                Map<String, List<WriteRequest>> next = rows;
                rows =
                        dynamoDb.batchWriteItem(write -> write.requestItems(next))
                                .unprocessedItems();
            }
        }
    }

    private List<WriteRequest> rows() {
        Instant now = Instant.now();
        return IntStream.range(0, ROWS / FILES_OF_OWNER)
                .mapToObj(_ -> UserId.next(now))
                .flatMap(owner -> Collections.nCopies(FILES_OF_OWNER, owner).stream())
                .map(owner -> files.row(owner, now))
                .map(row -> WriteRequest.builder().putRequest(put -> put.item(row)).build())
                .toList();
    }
}
