package dev.makeline.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// A W3C Trace Context `traceparent` (version 00), which follows one object from its event to the
/// stored make.
///
/// @param value the header's text, for example
///   `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01`
public record Traceparent(@JsonValue String value) {

    /// The name of the HTTP header, and the MDC key of the trace id is [#TRACE_ID].
    public static final String HEADER = "traceparent";

    public static final String TRACE_ID = "traceId";

    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    @JsonCreator
    public Traceparent {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a W3C traceparent of version 00".formatted(value));
        }
    }

    /// A new trace with a random id; not for secrets.
    public static Traceparent start() {
        HexFormat hex = HexFormat.of();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong(1, Long.MAX_VALUE);
        return new Traceparent(
                "00-%s%s-%s-01"
                        .formatted(
                                hex.toHexDigits(high),
                                hex.toHexDigits(random.nextLong()),
                                hex.toHexDigits(random.nextLong(1, Long.MAX_VALUE))));
    }

    /// What a caller sent, or empty when it is absent or malformed (the caller then starts a trace
    /// of its own).
    public static Optional<Traceparent> parse(Optional<String> header) {
        return header.filter(text -> FORM.matcher(text).matches()).map(Traceparent::new);
    }

    /// The 32 hex digits that every log line and the stored make carry.
    public String traceId() {
        return value.substring(3, 35);
    }
}
