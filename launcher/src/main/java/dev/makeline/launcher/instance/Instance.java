package dev.makeline.launcher.instance;

import dev.makeline.launcher.supervision.LogTail;
import dev.makeline.launcher.supervision.ProcessEvent;
import dev.makeline.launcher.supervision.ProcessSpec;
import dev.makeline.launcher.supervision.RestartPolicy;
import dev.makeline.launcher.supervision.Supervisor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One Makeline that runs as child processes of this one, from its start to its stop. However this
/// process ends, [#close] runs, or, when it is killed, its children notice and end by themselves.
public final class Instance implements AutoCloseable {

    /// For a stage to be ready. Seconds are usual; a machine that is busy with other builds was
    /// seen to take two minutes, and whoever waits can see that and stop it.
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);

    /// What each stage has to drain in, before it is killed.
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private static final int TAIL_LINES = 20;

    private final DataFolder folder;
    private final RunningInstances registry;
    private final StartReport report;
    private final MakelineProcesses processes;
    private final Supervisor supervisor;
    private final LogConsole logs;
    private RunningInstance self;
    private boolean closed;

    private Instance(
            RunningInstances registry,
            DataFolder folder,
            MakelineProcesses processes,
            StartReport report,
            LogConsole logs) {
        this.registry = registry;
        this.folder = folder;
        this.processes = processes;
        this.report = report;
        this.logs = logs;
        this.supervisor =
                new Supervisor(processes.stages(), RestartPolicy.STANDARD, this::happened);
        this.self =
                new RunningInstance(
                        ProcessHandle.current().pid(),
                        Instant.now(),
                        folder.root().toString(),
                        !folder.isTemporary(),
                        processes.mark(),
                        processes.ports(),
                        Map.of());
    }

    /// Returns when every process is ready.
    ///
    /// @param out told of the progress, and later of every death and restart
    /// @throws CannotProceedException when it cannot start; nothing runs then
    public static Instance start(Home home, InstanceSettings settings, PrintStream out)
            throws InterruptedException {
        RunningInstances registry = new RunningInstances(home);
        StartReport report = new StartReport(out);
        int orphans = registry.clearUp();
        if (orphans > 0) {
            report.say(
                    "Ended %d processes that a killed Makeline had left behind."
                            .formatted(orphans));
        }
        DataFolder folder = claim(registry, settings);
        try {
            PortCheck.demandFree(settings.ports());
            MakelineProcesses processes =
                    new MakelineProcesses(
                            home,
                            settings.ports(),
                            folder,
                            ServiceToken.keptIn(folder),
                            ServiceToken.ofProcessor(folder),
                            UUID.randomUUID().toString(),
                            System.getenv());
            LogConsole logs = new LogConsole(settings.showsLogs(), out);
            Instance instance = new Instance(registry, folder, processes, report, logs);
            instance.start();
            return instance;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    public RunningInstance description() {
        return self;
    }

    public Ports ports() {
        return processes.ports();
    }

    public Path logs() {
        return folder.logs();
    }

    /// Returns only when a service cannot be kept running.
    ///
    /// @return the sentence for it, with the end of its log
    public CannotProceedException awaitFailure() {
        return broken(supervisor.failure().join());
    }

    /// Stops everything, the services before what they need. Idempotent; a second caller waits for
    /// the first.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        report.say("Stopping …");
        supervisor.stop(STOP_PATIENCE);
        logs.close();
        registry.remove(self);
        folder.close();
        report.say("Stopped.");
    }

    private static DataFolder claim(RunningInstances registry, InstanceSettings settings) {
        if (settings.data().isEmpty()) {
            return DataFolder.temporary();
        }
        Path data = settings.data().get().toAbsolutePath().normalize();
        registry.of(data)
                .ifPresent(other -> {
                    throw CannotProceedException.refused(
                            "Makeline is running already with the data in %s (pid %d, at %s): use it, stop it with ./makeline down, or choose another folder with --data DIR and other ports with --port-offset N."
                                    .formatted(
                                            data, other.pid(), Ports.uri(other.ports().server())));
                });
        return DataFolder.open(data);
    }

    private void start() throws InterruptedException {
        processes.stages().stream().flatMap(List::stream).forEach(this::freshLog);
        registry.write(self);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop the instance"));
        report.say(
                "Starting Makeline (%s; logs in %s) …"
                        .formatted(
                                folder.isTemporary() ? "in memory" : "data in " + folder.root(),
                                folder.logs()));
        Supervisor.Startup startup = report.whileWaiting(() -> supervisor.start(START_PATIENCE));
        switch (startup) {
            case Supervisor.Startup.AllReady() -> report.started();
            case Supervisor.Startup.Failed(var event) -> {
                CannotProceedException failure = broken(event);
                close();
                throw failure;
            }
            case Supervisor.Startup.TooSlow(var names) -> {
                CannotProceedException failure = late(names);
                close();
                throw failure;
            }
        }
    }

    private void happened(ProcessEvent event) {
        report.happened(event);
        synchronized (registry) {
            self = self.with(supervisor.pids());
            try {
                registry.write(self);
            } catch (CannotProceedException e) {
                report.say(e.sentence());
            }
        }
    }

    private CannotProceedException broken(ProcessEvent.GaveUp event) {
        return failed(event.name(), "%s %s".formatted(event.name(), event.why()));
    }

    private CannotProceedException late(List<String> names) {
        return failed(
                names.getFirst(),
                "%s did not become ready within %d s"
                        .formatted(String.join(" and ", names), START_PATIENCE.toSeconds()));
    }

    private CannotProceedException failed(String name, String what) {
        folder.keep();
        Path log = processes.log(name);
        return CannotProceedException.failed(
                "%s; the end of its log %s says:%n%s"
                        .formatted(what, log, String.join("\n", LogTail.of(log, TAIL_LINES))));
    }

    /// The log of this instance's life, with that of the one before beside it.
    private void freshLog(ProcessSpec spec) {
        try {
            Path log = spec.log();
            if (Files.exists(log)) {
                Files.move(
                        log,
                        log.resolveSibling(spec.name() + ".previous.log"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            logs.follow(spec.name(), log);
        } catch (IOException e) {
            throw CannotProceedException.refused(
                    "The log %s cannot be put aside (%s): make it yours, or choose another folder with --data DIR."
                            .formatted(spec.log(), DataFolder.reason(e)));
        }
    }
}
