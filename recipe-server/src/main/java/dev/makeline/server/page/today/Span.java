package dev.makeline.server.page.today;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// How far back is shown.
public enum Span {
    DAY("day", "24 hours", Duration.ofDays(1)),
    WEEK("week", "7 days", Duration.ofDays(7));

    private final String value;
    private final String label;
    private final Duration time;

    Span(String value, String label, Duration time) {
        this.value = value;
        this.label = label;
        this.time = time;
    }

    static Span of(Optional<String> value) {
        return Arrays.stream(values())
                .filter(span -> value.equals(Optional.of(span.value)))
                .findFirst()
                .orElse(DAY);
    }

    public String value() {
        return value;
    }

    public String label() {
        return label;
    }

    Duration time() {
        return time;
    }
}
