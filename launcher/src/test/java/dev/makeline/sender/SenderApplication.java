package dev.makeline.sender;

import dev.makeline.launcher.standin.StandIn;
import java.util.Map;

/// Stands in for sender-service.
public final class SenderApplication {

    private SenderApplication() {}

    public static void main(String[] args) {
        StandIn.service("sender-service", Map.of());
    }
}
