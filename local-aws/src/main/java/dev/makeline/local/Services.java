package dev.makeline.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// The three stand-ins, started side by side: all of them or none.
record Services(LocalService s3, LocalService sqs, LocalService dynamoDb) implements AutoCloseable {

    static Services start(
            LocalAwsSettings settings,
            Optional<DataDirectory> data,
            ObjectListener listener,
            Executor threads) {
        Optional<Path> objects = data.map(DataDirectory::objects);
        Optional<Path> tables = data.map(DataDirectory::tables);
        var sqs = CompletableFuture.supplyAsync(() -> LocalSqs.start(settings), threads);
        var dynamoDb =
                CompletableFuture.supplyAsync(() -> LocalDynamoDb.start(settings, tables), threads);
        var s3 =
                CompletableFuture.supplyAsync(
                        () -> LocalS3.start(settings, objects, listener), threads);
        try {
            CompletableFuture.allOf(sqs, dynamoDb, s3).join();
            return new Services(s3.join(), sqs.join(), dynamoDb.join());
        } catch (CompletionException e) {
            List.of(sqs, dynamoDb, s3).stream()
                    .filter(service -> !service.isCompletedExceptionally())
                    .forEach(service -> service.join().close());
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        s3.close();
        sqs.close();
        dynamoDb.close();
    }

    @Override
    public String toString() {
        return "S3 %s, SQS %s, DynamoDB %s"
                .formatted(s3.endpoint(), sqs.endpoint(), dynamoDb.endpoint());
    }
}
