package dev.makeline.server.page.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Multiples of the recipe's amount as people say them: `+5 %`, `−12.5 %`, `×3`.
final class RatioText {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private RatioText() {}

    static String of(BigDecimal ratio) {
        if (ratio.compareTo(TWO) >= 0) {
            return "×" + plain(ratio);
        }
        BigDecimal percent = ratio.subtract(BigDecimal.ONE).movePointRight(2);
        BigDecimal rounded = percent.setScale(1, RoundingMode.HALF_UP);
        return switch (rounded.signum()) {
            case 0 -> "±0 %";
            case 1 -> "+" + plain(rounded) + " %";
            default -> "−" + plain(rounded.negate()) + " %";
        };
    }

    static String of(double ratio) {
        return of(BigDecimal.valueOf(ratio));
    }

    private static String plain(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
