package dev.makeline.processor.kind.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// A program that is called as an engine's is, and does what the last argument of a container says.
public record EngineThatPretends(Path folder) {

    private static final String SCRIPT =
            """
            #!/bin/sh
            cd 'FOLDER'
            printf '%s\\n' "$*" >>calls
            for last; do :; done
            case "$1" in
              image)
                case "$last" in missing*|unreachable*) exit 1;; esac
                exit 0;;
              pull)
                case "$last" in
                  missing*) echo "Error response from daemon: manifest for $last not found: manifest unknown";;
                  *) echo "Cannot connect to the Docker daemon. Is the docker daemon running?";;
                esac
                exit 1;;
              rm)
                kill -9 "$(cat pid)"
                exit 0;;
            esac
            env >environment
            echo $$ >pid
            printf '%s\\n' "$@" >arguments
            case "$last" in
              exit-*) echo "began"; echo "it went wrong" >&2; exit "${last#exit-}";;
              gone) echo "docker: Error response from daemon: No such image: $last"; exit 125;;
              broken) echo "docker: Error response from daemon: no space for it"; exit 125;;
              chatty) yes 'a line that is said over and over' | head -n 20000; head -c 3000000 /dev/zero | tr '\\0' x; exit 4;;
              forever) exec sleep 600;;
              nothing) exit 0;;
            esac
            exec 'JAVA' -XX:TieredStopAtLevel=1 -cp 'CLASSES' CONTAINER
            """;

    public static EngineThatPretends in(Path folder) {
        Path program = folder.resolve("engine");
        try {
            Files.writeString(
                    program,
                    SCRIPT.replace("FOLDER", folder.toString())
                            .replace(
                                    "JAVA",
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString())
                            .replace("CLASSES", System.getProperty("java.class.path"))
                            .replace("CONTAINER", StandInContainer.class.getName()));
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EngineThatPretends(folder);
    }

    public ContainerSettings settings(long largestOutput) {
        return new ContainerSettings(folder.resolve("engine").toString(), "bridge", largestOutput);
    }

    public List<String> calls() {
        return lines("calls");
    }

    public List<String> arguments() {
        return lines("arguments");
    }

    public List<String> environment() {
        return lines("environment");
    }

    public boolean isRunning() {
        return process().isPresent();
    }

    /// The container that runs, if there is one.
    public Optional<ProcessHandle> process() {
        return Files.exists(folder.resolve("pid"))
                ? lines("pid").stream()
                        .findFirst()
                        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                        .filter(ProcessHandle::isAlive)
                : Optional.empty();
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
