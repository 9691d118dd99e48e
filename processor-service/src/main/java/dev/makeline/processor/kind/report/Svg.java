package dev.makeline.processor.kind.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as SVG and people read them, in whatever locale the task runs.
final class Svg {

    private Svg() {}

    /// At most one digit after the point.
    static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
