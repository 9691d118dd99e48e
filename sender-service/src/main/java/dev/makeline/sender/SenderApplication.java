package dev.makeline.sender;

import dev.makeline.operations.ServiceStart;

/// Runs sender-service until it is told to stop.
public final class SenderApplication {

    private SenderApplication() {}

    public static void main(String[] args) {
        ServiceStart.run(SenderApplication.class, args);
    }
}
