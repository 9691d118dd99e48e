package dev.makeline.server.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How much of DynamoDB's limit a row takes, counted before it is sent.
public final class ItemSize {

    /// DynamoDB's limit of one item: 400 KB, names included.
    public static final int MOST = 400 * 1024;

    /// DynamoDB's own account of numbers is approximate; ours is on the safe side.
    private static final int NUMBER = 21;

    private ItemSize() {}

    /// Bytes. Rows hold texts, numbers and binaries alone.
    public static int of(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry -> utf8(entry.getKey()) + of(entry.getValue()))
                .sum();
    }

    private static int of(AttributeValue value) {
        return switch (value.type()) {
            case S -> utf8(value.s());
            case B -> value.b().asByteArrayUnsafe().length;
            case N -> NUMBER;
            default ->
                    throw new IllegalArgumentException(
                            "Rows hold texts, numbers and binaries, not " + value.type());
        };
    }

    private static int utf8(String text) {
        return text.getBytes(UTF_8).length;
    }
}
