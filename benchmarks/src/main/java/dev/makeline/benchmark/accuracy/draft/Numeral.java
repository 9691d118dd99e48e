package dev.makeline.benchmark.accuracy.draft;

import dev.makeline.recipe.quantity.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as cooks write them. Independent of the reading of lines, which is what is measured.
public enum Numeral {
    /// 0.5
    DECIMAL,
    /// 1/2
    FRACTION,
    /// ½
    SIGN;

    /// One number, none of its groups captured.
    public static final String PATTERN =
            "(?:\\d+\\s+\\d+/\\d+|\\d+\\s?[¼½¾⅓⅔⅛⅜⅝⅞]|\\d+/\\d+|[¼½¾⅓⅔⅛⅜⅝⅞]|\\d+(?:\\.\\d+)?)";

    private static final Map<String, String> SIGNS =
            Map.of(
                    "1/4", "¼", "1/2", "½", "3/4", "¾", "1/3", "⅓", "2/3", "⅔", "1/8", "⅛", "3/8",
                    "⅜", "5/8", "⅝", "7/8", "⅞");

    private static final Pattern MIXED = Pattern.compile("(?:(\\d+)\\s+)?(\\d+)/(\\d+)");

    /// Significant digits of a decimal that does not end: off by half a per mille at most.
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    /// @param written what [#PATTERN] found
    public static Rational read(String written) {
        String plain = written;
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            plain = plain.replace(sign.getValue(), " " + sign.getKey());
        }
        Matcher mixed = MIXED.matcher(plain.strip());
        if (!mixed.matches()) {
            return Rational.of(new BigDecimal(plain.strip()));
        }
        Rational fraction =
                Rational.of(Long.parseLong(mixed.group(2)), Long.parseLong(mixed.group(3)));
        return Optional.ofNullable(mixed.group(1))
                .map(whole -> fraction.plus(Rational.of(Long.parseLong(whole))))
                .orElse(fraction);
    }

    /// In this style where a cook would write it so, else as a decimal.
    public String write(Rational number) {
        if (this == DECIMAL || number.isWhole()) {
            return decimal(number).toPlainString();
        }
        long whole = number.approximation().longValue();
        String part = number.minus(Rational.of(whole)).toString();
        if (!SIGNS.containsKey(part)) {
            return decimal(number).toPlainString();
        }
        String shown = this == SIGN ? SIGNS.getOrDefault(part, part) : part;
        return whole == 0 ? shown : whole + " " + shown;
    }

    public static BigDecimal decimal(Rational number) {
        BigDecimal decimal =
                new BigDecimal(number.numerator())
                        .divide(new BigDecimal(number.denominator()), DIGITS);
        BigDecimal exact =
                new BigDecimal(number.numerator())
                        .divide(new BigDecimal(number.denominator()), MathContext.DECIMAL64);
        BigDecimal chosen = exact.stripTrailingZeros().scale() <= 3 ? exact : decimal;
        BigDecimal plain = chosen.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
