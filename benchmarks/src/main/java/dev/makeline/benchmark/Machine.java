package dev.makeline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the figures were reached on.
///
/// @param memoryGib of the whole machine
record Machine(int cores, String processor, long memoryGib, String jdk, String system) {

    static Machine thisOne() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                valueIn(Path.of("/proc/cpuinfo"), "model name", System.getProperty("os.arch")),
                kibibytes(valueIn(Path.of("/proc/meminfo"), "MemTotal", "0")) >> 20,
                System.getProperty("java.vendor") + ' ' + System.getProperty("java.version"),
                System.getProperty("os.name") + ' ' + System.getProperty("os.version"));
    }

    String sentence() {
        return "%d cores (%s), %d GiB, %s, %s".formatted(cores, processor, memoryGib, jdk, system);
    }

    private static long kibibytes(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }

    /// Of the first line `name : value`; other systems than Linux have no such file.
    private static String valueIn(Path file, String name, String otherwise) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
