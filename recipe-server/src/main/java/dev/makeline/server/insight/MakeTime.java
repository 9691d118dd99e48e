package dev.makeline.server.insight;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// When a make was made, as far as it says so.
public final class MakeTime {

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final List<Function<String, Instant>> FORMS =
            List.of(
                    text -> OffsetDateTime.parse(text).toInstant(),
                    text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
                    text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

    private MakeTime() {}

    /// A time that cannot be read, or lies in the future of when the make was kept, does not count:
    /// then it is when it was kept.
    public static Instant of(Optional<String> madeAt, Instant recordedAt) {
        return madeAt.flatMap(MakeTime::read)
                .filter(at -> at.isAfter(EARLIEST) && at.isBefore(recordedAt.plus(AHEAD)))
                .orElse(recordedAt);
    }

    private static Optional<Instant> read(String text) {
        for (Function<String, Instant> form : FORMS) {
            try {
                return Optional.of(form.apply(text.strip()));
            } catch (DateTimeException _) {
                // The next form.
            }
        }
        return Optional.empty();
    }
}
