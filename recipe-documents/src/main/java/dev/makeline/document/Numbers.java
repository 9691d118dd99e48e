package dev.makeline.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.makeline.recipe.Quantities;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;

/// Which numbers a document may hold, wherever they stand.
final class Numbers {

    static final String OUT_OF_RANGE =
            "This number is far too large, too small or too long: written out, it may have at most %d digits."
                    .formatted(DocumentLimits.NUMBER_DIGITS);

    private Numbers() {}

    /// Whether the number is finite and has at most [DocumentLimits#NUMBER_DIGITS] digits.
    static boolean isInRange(JsonNode number) {
        return switch (number.numberType()) {
            case INT, LONG -> true;
            case FLOAT, DOUBLE ->
                    Double.isFinite(number.doubleValue())
                            && Quantities.isWritable(number.decimalValue());
            case BIG_INTEGER ->
                    number.bigIntegerValue().bitLength() <= 4 * DocumentLimits.NUMBER_DIGITS
                            && Quantities.isWritable(number.decimalValue());
            case BIG_DECIMAL -> Quantities.isWritable(number.decimalValue());
        };
    }

    /// The number as a reader of JSON makes it: an integer where it is whole.
    static JsonNode node(BigDecimal number) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > 0) {
            return DecimalNode.valueOf(plain);
        }
        BigInteger whole = plain.toBigIntegerExact();
        return switch (whole.bitLength() / 32) {
            case 0 -> nodes.numberNode(whole.intValue());
            case 1 -> nodes.numberNode(whole.longValue());
            default -> nodes.numberNode(whole);
        };
    }

    /// The number as an id, when it is a whole number in range; `2.0`, which some clients write for
    /// 2, is one. Only for a number that [#isInRange].
    static OptionalLong asId(JsonNode number) {
        BigDecimal value = number.decimalValue();
        boolean inRange =
                value.signum() >= 0
                        && value.compareTo(BigDecimal.valueOf(DocumentLimits.MAX_ID)) <= 0;
        return inRange && value.stripTrailingZeros().scale() <= 0
                ? OptionalLong.of(value.longValueExact())
                : OptionalLong.empty();
    }
}
