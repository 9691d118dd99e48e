package dev.makeline.protocol;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// DynamoDB attributes to and from the values that the shared tables hold.
public final class Attributes {

    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Attributes() {}

    public static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    public static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /// UTC with exactly three digits of milliseconds, so that the order of the texts is the order
    /// of the times.
    public static String sortableInstant(Instant instant) {
        return SORTABLE.format(instant);
    }

    /// @throws IllegalArgumentException when the attribute is absent
    public static String requiredText(Map<String, AttributeValue> item, String name) {
        return optionalText(item, name).orElseThrow(() -> missing(item, name));
    }

    public static Optional<String> optionalText(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    /// @throws IllegalArgumentException when the attribute is absent or no integer
    public static long requiredNumber(Map<String, AttributeValue> item, String name) {
        return optionalNumber(item, name).orElseThrow(() -> missing(item, name));
    }

    public static OptionalLong optionalNumber(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value.n()));
    }

    private static IllegalArgumentException missing(Map<String, AttributeValue> item, String name) {
        return new IllegalArgumentException(
                "A row lacks the attribute '%s'; it has %s".formatted(name, item.keySet()));
    }
}
