package dev.makeline.operations;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Boundaries between two effects at which a process can be made to die, so that a test shows that
/// what follows is not lost and what went before is not done twice. Without [#VARIABLE] every pass
/// costs one comparison.
public final class FailPoint {

    /// `name`, or `name:count` to die at the count-th pass (from 1); several are separated by
    /// commas.
    public static final String VARIABLE = "MAKELINE_FAIL_POINT";

    /// What a shell reports for a process that got SIGKILL.
    public static final int EXIT_KILLED = 137;

    private static final Logger log = LoggerFactory.getLogger(FailPoint.class);

    private static final List<FailPoint> ARMED =
            armed(Optional.ofNullable(System.getenv(VARIABLE)).orElse(""));

    private final String name;
    private final AtomicLong passesLeft;

    private FailPoint(String name, long count) {
        this.name = name;
        this.passesLeft = new AtomicLong(count);
    }

    /// Ends the process at once, as SIGKILL does (no shutdown hook runs), when this pass is the one
    /// that the environment names.
    public static void reach(String name) {
        for (FailPoint point : ARMED) {
            if (point.name.equals(name) && point.isLastPass()) {
                log.atWarn().addKeyValue("failPoint", name).log("Dying at a fail point");
                Runtime.getRuntime().halt(EXIT_KILLED);
            }
        }
    }

    boolean isLastPass() {
        return passesLeft.decrementAndGet() == 0;
    }

    /// @throws IllegalArgumentException with a sentence when the text names no fail points
    static List<FailPoint> armed(String text) {
        return text.isBlank()
                ? List.of()
                : List.of(text.split(",")).stream().map(FailPoint::parse).toList();
    }

    private static FailPoint parse(String text) {
        String[] parts = text.strip().split(":", 2);
        try {
            long count = parts.length == 1 ? 1 : Long.parseLong(parts[1]);
            if (count >= 1 && !parts[0].isEmpty()) {
                return new FailPoint(parts[0], count);
            }
        } catch (NumberFormatException e) {
            // Told below, with every other wrong form.
        }
        throw new IllegalArgumentException(
                "%s has '%s'; it takes name or name:count, for example sender.after-get:3"
                        .formatted(VARIABLE, text));
    }

    @Override
    public String toString() {
        return name + ':' + passesLeft;
    }
}
