package dev.makeline.benchmark.scale;

import java.util.ArrayDeque;
import java.util.Deque;

/// Tasks of one service, some of them still starting. Not thread-safe.
final class Fleet {

    private record Starting(double tasks, int readyAt) {}

    private final double vcpu;
    private final double most;
    private final double launchesPerSecond;
    private final int startSeconds;
    private final Deque<Starting> starting = new ArrayDeque<>();
    private double running;
    private double wanted;

    /// @param least tasks that run at the begin
    Fleet(double least, double most, double vcpu, double launchesPerSecond, double startSeconds) {
        this.vcpu = vcpu;
        this.most = Math.max(least, most);
        this.launchesPerSecond = launchesPerSecond;
        this.startSeconds = (int) startSeconds;
        this.running = least;
        this.wanted = least;
    }

    double running() {
        return running;
    }

    /// Of those that run and those that start.
    double vcpus() {
        return (running + launched()) * vcpu;
    }

    /// None are ended: load that has come once may come again within the minutes that are looked
    /// at.
    void want(double tasks) {
        wanted = Math.clamp(tasks, wanted, most);
    }

    /// @param tokens tasks that the account may start now
    /// @param vcpusLeft of the account's quota
    /// @return how many are started
    double launch(int second, double tokens, double vcpusLeft) {
        while (!starting.isEmpty() && starting.getFirst().readyAt() <= second) {
            running += starting.removeFirst().tasks();
        }
        double missing = wanted - running - launched();
        double started =
                Math.max(
                        0,
                        Math.min(
                                Math.min(missing, launchesPerSecond),
                                Math.min(tokens, vcpusLeft / vcpu)));
        if (started > 0) {
            starting.addLast(new Starting(started, second + startSeconds));
        }
        return started;
    }

    private double launched() {
        return starting.stream().mapToDouble(Starting::tasks).sum();
    }
}
