package dev.makeline.watcher;

import dev.makeline.launcher.standin.StandIn;
import java.util.Map;

/// Stands in for watcher-service.
public final class WatcherApplication {

    private WatcherApplication() {}

    public static void main(String[] args) {
        StandIn.service("watcher-service", Map.of());
    }
}
