package dev.makeline.processor;

import dev.makeline.launcher.standin.StandIn;
import java.util.Map;

/// Stands in for processor-service.
public final class ProcessorApplication {

    private ProcessorApplication() {}

    public static void main(String[] args) {
        StandIn.service("processor-service", Map.of());
    }
}
