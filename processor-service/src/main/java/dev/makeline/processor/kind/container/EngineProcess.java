package dev.makeline.processor.kind.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One call of an engine's program. Killed when it is closed before its end.
final class EngineProcess implements AutoCloseable {

    /// Characters; of a longer line the rest is left out, so that no line fills the memory.
    private static final int LONGEST_LINE = 1_000;

    /// What was written before the end is read within moments after it.
    private static final Duration LAST_LINES = Duration.ofSeconds(5);

    private final Process process;
    private final Thread reader;

    private EngineProcess(Process process, Thread reader) {
        this.process = process;
        this.reader = reader;
    }

    /// @param says takes each line of both outputs
    static EngineProcess start(
            List<String> command, Map<String, String> environment, Consumer<String> says)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        Thread reader = Thread.ofVirtual().name("container").start(() -> read(process, says));
        return new EngineProcess(process, reader);
    }

    /// @return its exit code
    int await() throws InterruptedException {
        int code = process.waitFor();
        reader.join(LAST_LINES);
        return code;
    }

    private static void read(Process process, Consumer<String> says) {
        try (Reader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int next = lines.read(); next >= 0; next = lines.read()) {
                if (next == '\n') {
                    say(line, says);
                } else if (line.length() < LONGEST_LINE) {
                    line.append(Character.isISOControl(next) ? ' ' : (char) next);
                }
            }
            say(line, says);
        } catch (IOException _) {
            // It was killed.
        }
    }

    private static void say(StringBuilder line, Consumer<String> says) {
        String text = line.toString().stripTrailing();
        line.setLength(0);
        if (!text.isEmpty()) {
            says.accept(text);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
