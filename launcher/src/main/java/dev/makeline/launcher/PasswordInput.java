package dev.makeline.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.launcher.instance.CannotProceedException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.Optional;

/// Where a new password comes from: a terminal, unseen and twice, or else one line of standard
/// input. Never an argument, which every process of the machine can read.
///
/// @param terminal empty when there is none
record PasswordInput(Optional<Console> terminal, InputStream input) {

    static PasswordInput ofThisProcess() {
        return new PasswordInput(
                Optional.ofNullable(System.console()).filter(Console::isTerminal), System.in);
    }

    /// @throws CannotProceedException when there is none, or two that differ
    String read() {
        return terminal.map(PasswordInput::asked).orElseGet(this::line);
    }

    private static String asked(Console console) {
        char[] once = console.readPassword("Password: ");
        char[] again = console.readPassword("Once more: ");
        if (once == null || again == null || !Arrays.equals(once, again)) {
            throw CannotProceedException.refused(
                    "The two passwords are not the same; nothing was done.");
        }
        return new String(once);
    }

    private String line() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(input, UTF_8))) {
            return Optional.ofNullable(lines.readLine())
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() ->
                            CannotProceedException.refused(
                                    "There is no password on standard input: write it there as one line."));
        } catch (IOException e) {
            throw CannotProceedException.refused(
                    "The password cannot be read from standard input (%s)."
                            .formatted(e.getMessage()));
        }
    }
}
