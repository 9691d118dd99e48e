package dev.makeline.server.intake;

import dev.makeline.server.problem.UnavailableException;

/// The ledger's rows could not be written in time; the sender comes again.
final class LedgerBusyException extends UnavailableException {

    private static final long serialVersionUID = 1L;

    LedgerBusyException(String message) {
        super(message);
    }
}
