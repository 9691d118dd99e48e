package dev.makeline.system.instance;

import java.nio.file.Path;
import java.util.List;

/// A part that runs as a process: a jar with its libraries beside it.
public enum Program {
    LOCAL_AWS("local-aws", "dev.makeline.local.LocalAwsApplication", "-Xmx512m"),
    RECIPE_SERVER("recipe-server", "dev.makeline.server.RecipeServerApplication", "-Xmx192m"),
    WATCHER("watcher-service", "dev.makeline.watcher.WatcherApplication", "-Xmx128m"),
    SENDER("sender-service", "dev.makeline.sender.SenderApplication", "-Xmx192m"),
    PROCESSOR("processor-service", "dev.makeline.processor.ProcessorApplication", "-Xmx128m"),
    LAUNCHER("launcher", "dev.makeline.launcher.Launcher", "-Xmx128m");

    /// What a file passes through, without what stands in for AWS.
    public static final List<Program> SERVICES = List.of(RECIPE_SERVER, WATCHER, SENDER);

    private final String module;
    private final String mainClass;
    private final String heap;

    Program(String module, String mainClass, String heap) {
        this.module = module;
        this.mainClass = mainClass;
        this.heap = heap;
    }

    public String module() {
        return module;
    }

    /// Quick to start on two busy cores, where four of these start at once.
    List<String> command(List<String> arguments) {
        return command(projectFolder(), arguments);
    }

    /// @param project the folder of a build
    List<String> command(Path project, List<String> arguments) {
        Path target = project.resolve(module).resolve("target");
        Path jar = target.resolve(module + ".jar");
        var command =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                heap,
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                jar + ":" + target.resolve("lib") + "/*",
                                mainClass));
        command.addAll(arguments);
        return List.copyOf(command);
    }

    private static Path projectFolder() {
        return Path.of(System.getProperty("makeline.project", ".."));
    }
}
