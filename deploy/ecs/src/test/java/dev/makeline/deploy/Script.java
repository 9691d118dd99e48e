package dev.makeline.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A script of `deploy/`, run with stand-ins for the programs that it calls. Each writes down what
/// it was called with.
final class Script {

    /// @param output of both kinds
    record Outcome(int code, String output) {}

    private final Path folder;

    Script(Path folder) {
        this.folder = folder;
    }

    /// @param body in the shell's language, with the arguments in `$*`
    Script where(String program, String body) throws IOException {
        Path standIn = folder.resolve(program);
        Files.writeString(
                standIn,
                "#!/bin/sh\necho \"%s $*\" >>'%s'\n%s\n".formatted(program, calls(), body));
        if (!standIn.toFile().setExecutable(true)) {
            throw new IOException(standIn + " cannot be made executable");
        }
        return this;
    }

    Outcome run(String script, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Stream.concat(Stream.of("../" + script), Stream.of(arguments)).toList());
        builder.environment()
                .merge("PATH", folder.toString(), (path, own) -> own + File.pathSeparator + path);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    List<String> called() throws IOException {
        return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
    }

    private Path calls() {
        return folder.resolve("calls");
    }
}
