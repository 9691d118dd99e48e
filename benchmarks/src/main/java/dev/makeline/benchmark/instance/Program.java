package dev.makeline.benchmark.instance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A part of an instance that runs as a process of its own: a jar with its libraries beside it.
public enum Program {
    LOCAL_AWS("local-aws", "dev.makeline.local.LocalAwsApplication", "-Xmx1g"),
    RECIPE_SERVER("recipe-server", "dev.makeline.server.RecipeServerApplication", "-Xmx256m"),
    WATCHER("watcher-service", "dev.makeline.watcher.WatcherApplication", "-Xmx128m"),
    SENDER("sender-service", "dev.makeline.sender.SenderApplication", "-Xmx256m"),
    PROCESSOR("processor-service", "dev.makeline.processor.ProcessorApplication", "-Xmx128m");

    /// As the launcher starts them.
    private static final List<String> JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final String module;
    private final String mainClass;
    private final String heap;

    Program(String module, String mainClass, String heap) {
        this.module = module;
        this.mainClass = mainClass;
        this.heap = heap;
    }

    /// The module's name, which is how the process is called in every table.
    public String module() {
        return module;
    }

    Path jar(Path project) {
        return project.resolve(module).resolve("target").resolve(module + ".jar");
    }

    List<String> command(Path project, List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(heap);
        command.addAll(JVM);
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(jar(project) + ":" + jar(project).resolveSibling("lib") + "/*");
        command.add(mainClass);
        command.addAll(arguments);
        return List.copyOf(command);
    }
}
