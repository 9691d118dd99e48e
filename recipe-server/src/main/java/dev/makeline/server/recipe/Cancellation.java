package dev.makeline.server.recipe;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;

/// Why DynamoDB cancelled a transaction: one reason for each of its writes.
public final class Cancellation {

    private static final String NONE = "None";
    private static final Set<String> CONTENTION =
            Set.of("ConditionalCheckFailed", "TransactionConflict");

    private Cancellation() {}

    /// Whether others changed the same rows and nothing else is the matter, so that deciding anew
    /// helps. Throttling and what can never be written are no contention.
    public static boolean isContention(List<CancellationReason> reasons) {
        List<String> codes =
                reasons.stream()
                        .map(CancellationReason::code)
                        .filter(code -> !NONE.equals(code))
                        .toList();
        return !codes.isEmpty() && CONTENTION.containsAll(codes);
    }
}
