package dev.makeline.watcher;

import dev.makeline.operations.ServiceStart;

/// Runs watcher-service until it is told to stop.
public final class WatcherApplication {

    private WatcherApplication() {}

    public static void main(String[] args) {
        ServiceStart.run(WatcherApplication.class, args);
    }
}
