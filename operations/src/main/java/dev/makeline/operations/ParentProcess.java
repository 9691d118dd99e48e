package dev.makeline.operations;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends this process when the launcher that started it is gone, so that a killed launcher leaves
/// nothing behind.
public final class ParentProcess {

    /// Set by the launcher alone; absent in containers.
    public static final String VARIABLE = "MAKELINE_PARENT_PID";

    private static final Logger log = LoggerFactory.getLogger(ParentProcess.class);

    private ParentProcess() {}

    /// Does nothing unless [#VARIABLE] names a process.
    public static void exitWithIt() {
        Optional.ofNullable(System.getenv(VARIABLE))
                .ifPresent(pid -> exitWith(Long.parseLong(pid)));
    }

    private static void exitWith(long pid) {
        Thread.ofVirtual()
                .name("parent-process")
                .start(() -> {
                    ProcessHandle.of(pid).ifPresent(parent -> parent.onExit().join());
                    end(pid);
                });
    }

    private static void end(long pid) {
        log.atWarn().addKeyValue("parentPid", pid).log("The launcher is gone; stopping");
        System.exit(0);
    }
}
