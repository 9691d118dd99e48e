package dev.makeline.protocol;

/// DynamoDB throttled the intake ledger for longer than the bounded retry. Handled at the message
/// boundary: the message stays unacknowledged and is tried again later.
public final class LedgerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerUnavailableException(String attempted, int rows) {
        super(
                "DynamoDB throttled the intake ledger: %d rows could not be %s"
                        .formatted(rows, attempted.equals("read") ? "read" : "written"));
    }
}
