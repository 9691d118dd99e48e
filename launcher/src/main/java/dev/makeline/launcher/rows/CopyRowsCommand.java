package dev.makeline.launcher.rows;

import dev.makeline.launcher.instance.CannotProceedException;
import dev.makeline.launcher.rows.RowCopy.Counts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/// Brings back rows that were lost, from a table that was restored to an earlier moment.
@Command(
        name = "copy-rows",
        description =
                "Puts rows of one DynamoDB table into another where no row of that key stands. AWS settings as for every SDK (AWS_REGION, AWS_PROFILE, AWS_ENDPOINT_URL_DYNAMODB and so on). May be run again.")
public final class CopyRowsCommand implements Callable<Integer> {

    /// A request with its retries, also while a table grows into the load.
    private static final Duration CALL_TIMEOUT = Duration.ofMinutes(2);

    private static final long SECONDS_BETWEEN_LINES = 10;

    @Option(
            names = "--from",
            paramLabel = "TABLE",
            required = true,
            description = "Read, never changed.")
    private String source = "";

    @Option(
            names = "--to",
            paramLabel = "TABLE",
            required = true,
            description = "Rows are added here.")
    private String target = "";

    @Option(
            names = "--partition",
            paramLabel = "KEY",
            description = "Rows of this partition key alone, such as recipe#71.")
    private Optional<String> partition = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        if (source.equals(target)) {
            throw CannotProceedException.refused(
                    "The table %s cannot be copied into itself: name another with --to."
                            .formatted(source));
        }
        try (DynamoDbClient dynamoDb = dynamoDb()) {
            RowCopy copy = new RowCopy(dynamoDb, source, target);
            Counts counts = tellingProgress(copy);
            System.out.printf(
                    "%d rows put into %s, %d were there%n", counts.put(), target, counts.there());
            return 0;
        } catch (SdkException e) {
            throw brokenOff(e);
        } catch (ExecutionException e) {
            throw brokenOff(e.getCause() == null ? e : e.getCause());
        }
    }

    private Counts tellingProgress(RowCopy copy) throws InterruptedException, ExecutionException {
        Thread teller =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                while (true) {
                                    TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_LINES);
                                    System.err.printf(
                                            "%d rows put, %d were there%n",
                                            copy.counts().put(), copy.counts().there());
                                }
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        try {
            return partition.isPresent() ? copy.partition(partition.get()) : copy.all();
        } finally {
            teller.interrupt();
        }
    }

    private CannotProceedException brokenOff(Throwable cause) {
        return cause instanceof ResourceNotFoundException
                ? CannotProceedException.refused(
                        "There is no table %s or no table %s here: look at region and names."
                                .formatted(source, target))
                : CannotProceedException.failed(
                        "Copying %s into %s was broken off (%s): remove the cause and run it again, what was put stays."
                                .formatted(source, target, cause.getMessage()));
    }

    private static DynamoDbClient dynamoDb() {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(configuration ->
                        configuration
                                .apiCallTimeout(CALL_TIMEOUT)
                                .retryStrategy(RetryMode.STANDARD))
                .build();
    }
}
