package dev.makeline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class LauncherTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine launcher =
            Launcher.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void helpTextOfTheScriptNamesEveryCommand() throws IOException {
        Set<String> commands = new TreeSet<>(launcher.getSubcommands().keySet());

        String help;
        try (InputStream text = Launcher.class.getResourceAsStream("help.txt")) {
            help = new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(commands)
                .contains(
                        "up",
                        "demo",
                        "token",
                        "admin",
                        "status",
                        "down",
                        "rebuild",
                        "copy-rows",
                        "parse",
                        "diff",
                        "import",
                        "help");
        assertThat(commands).allMatch(command -> help.contains("\n  " + command + " "));
    }

    @ParameterizedTest
    @CsvSource({
        "up --colour, '--colour'",
        "up --port-offset many, 'many'",
        "up --port-server 80x, '80x'",
        "up --memory --data x, '--memory'",
        "token --days soon, 'soon'",
        "demo now, 'now'",
        "copy-rows --from a, '--to'",
        "frobnicate, 'frobnicate'"
    })
    void argumentThatIsNotUnderstoodIsOneSentenceAndExitCodeTwo(String line, String culprit) {
        int exitCode = launcher.execute(line.split(" ", -1));

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains(culprit).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "up",
        "demo",
        "token",
        "admin",
        "status",
        "down",
        "rebuild",
        "copy-rows",
        "parse",
        "diff",
        "import"
    })
    void everyCommandTellsItsOptions(String command) {
        int exitCode = launcher.execute(command, "--help");

        assertThat(exitCode).isZero();
        assertThat(out.toString()).startsWith("Usage: makeline " + command).contains("--help");
    }
}
