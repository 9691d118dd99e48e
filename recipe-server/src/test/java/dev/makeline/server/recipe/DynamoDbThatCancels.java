package dev.makeline.server.recipe;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Cancels every transaction for these reasons.
record DynamoDbThatCancels(List<String> codes) implements DynamoDbClient {

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        throw TransactionCanceledException.builder()
                .message("Transaction cancelled")
                .cancellationReasons(
                        codes.stream()
                                .map(code -> CancellationReason.builder().code(code).build())
                                .toList())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
