package dev.makeline.launcher.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.makeline.launcher.instance.CannotProceedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine;

/// What a command printed and exited with; refusals as the launcher tells them.
record CommandRun(int exitCode, String out, String err) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static CommandRun diff(String in, String... arguments) {
        return diff(in.getBytes(UTF_8), arguments);
    }

    static CommandRun diff(byte[] in, String... arguments) {
        return run(DiffCommand::new, in, arguments);
    }

    static CommandRun importing(String in, String... arguments) {
        return importing(in.getBytes(UTF_8), arguments);
    }

    static CommandRun importing(byte[] in, String... arguments) {
        return run(ImportCommand::new, in, arguments);
    }

    JsonNode json() {
        return json(out);
    }

    List<JsonNode> lines() {
        return out.lines().map(CommandRun::json).toList();
    }

    private static CommandRun run(
            BiFunction<InputStream, OutputStream, Callable<Integer>> command,
            byte[] in,
            String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int exitCode =
                new CommandLine(command.apply(new ByteArrayInputStream(in), out))
                        .setErr(new PrintWriter(err))
                        .setExecutionExceptionHandler((e, line, parsed) -> told(e, line))
                        .execute(arguments);
        return new CommandRun(exitCode, out.toString(UTF_8), err.toString());
    }

    private static int told(Exception e, CommandLine line) throws Exception {
        if (e instanceof CannotProceedException refusal) {
            line.getErr().println(refusal.sentence());
            return refusal.exitCode();
        }
        throw e;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
