package dev.makeline.launcher;

import dev.makeline.launcher.instance.CannotProceedException;
import dev.makeline.launcher.instance.Tokens;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Prints nothing but the token, so that `TOKEN=$(./makeline token)` works.
@Command(name = "token", description = "Prints a bearer token for the API of the running instance.")
final class TokenCommand implements Callable<Integer> {

    /// Long enough for a project, short enough that a forgotten token ends.
    private static final int LONGEST_DAYS = 365;

    @Mixin private final InstanceChoice instance = new InstanceChoice();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "operator",
            description = "Who will hold it; appears in logs (${DEFAULT-VALUE}).")
    private String name = "";

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "How long it is good for, 1 to " + LONGEST_DAYS + " (${DEFAULT-VALUE}).")
    private int days;

    @Override
    public Integer call() {
        if (days < 1 || days > LONGEST_DAYS) {
            throw CannotProceedException.refused(
                    "A token is good for 1 to %d days, not %d.".formatted(LONGEST_DAYS, days));
        }
        if (name.isBlank() || name.codePoints().anyMatch(Character::isISOControl)) {
            throw CannotProceedException.refused("A token's name is one line of text.");
        }
        System.out.println(new Tokens(instance.find()).issue(name.strip(), Duration.ofDays(days)));
        return 0;
    }
}
