package dev.makeline.launcher.instance;

import dev.makeline.launcher.supervision.LogFollower;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Shows the services' logs on the console while they are written, each line with its service.
final class LogConsole implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 200;

    private final List<LogFollower> followers = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final boolean shows;
    private final PrintStream out;

    LogConsole(boolean shows, PrintStream out) {
        this.shows = shows;
        this.out = out;
        if (shows) {
            Thread.ofVirtual().name("log console").start(this::run);
        }
    }

    void follow(String name, Path log) {
        if (shows) {
            followers.add(
                    new LogFollower(
                            log, 0, line -> out.println("%-15s | %s".formatted(name, line))));
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void run() {
        try {
            while (!closed.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
                followers.forEach(LogFollower::poll);
            }
            followers.forEach(LogFollower::poll);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
