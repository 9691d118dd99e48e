package dev.makeline.server.job;

import java.util.HashMap;
import java.util.Map;

/// Counts who reads logs at the moment. Thread-safe.
final class LogReaders {

    private final int most;
    private final int mostOfCaller;
    private final Map<String, Integer> byCaller = new HashMap<>();
    private int all;

    LogReaders(int most, int mostOfCaller) {
        this.most = most;
        this.mostOfCaller = mostOfCaller;
    }

    synchronized boolean hasRoomFor(String caller) {
        return all < most && byCaller.getOrDefault(caller, 0) < mostOfCaller;
    }

    /// @return whether there was room; then [#leave] has to follow
    synchronized boolean enter(String caller) {
        if (!hasRoomFor(caller)) {
            return false;
        }
        all++;
        byCaller.merge(caller, 1, Integer::sum);
        return true;
    }

    synchronized void leave(String caller) {
        all--;
        byCaller.computeIfPresent(caller, (_, count) -> count > 1 ? count - 1 : null);
    }
}
