package dev.makeline.server.page.insight;

import dev.makeline.server.insight.InsightsBody;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// A food that stood for another, and how makes with it were rated.
///
/// @param with mean rating and number of rated makes with it
/// @param without likewise of those without it
/// @param effect such as `+0.4 (from −0.1 to +0.9)`; empty with too few rated makes
/// @param remark what to make of it
public record SubstitutionEffect(
        String from,
        String to,
        long makes,
        String with,
        String without,
        Optional<String> effect,
        Optional<Interval> interval,
        String remark) {

    public static final int WIDTH = 160;
    public static final int HEIGHT = 24;

    private static final double PADDING = 6;

    /// The interval of an effect, to be drawn; zero is in the middle.
    public record Interval(double low, double difference, double high) {}

    static List<SubstitutionEffect> of(List<InsightsBody.Substitution> substitutions) {
        double largest =
                substitutions.stream()
                        .flatMap(one -> one.effect().stream())
                        .mapToDouble(
                                effect -> effect.low().abs().max(effect.high().abs()).doubleValue())
                        .max()
                        .orElse(1);
        return substitutions.stream().map(one -> of(one, Math.max(largest, 0.1))).toList();
    }

    private static SubstitutionEffect of(InsightsBody.Substitution substitution, double largest) {
        return new SubstitutionEffect(
                substitution.from(),
                substitution.to(),
                substitution.makes(),
                rated(substitution.with()),
                rated(substitution.without()),
                substitution
                        .effect()
                        .map(effect ->
                                "%s (from %s to %s)"
                                        .formatted(
                                                signed(effect.difference()),
                                                signed(effect.low()),
                                                signed(effect.high()))),
                substitution
                        .effect()
                        .map(effect ->
                                new Interval(
                                        x(effect.low(), largest),
                                        x(effect.difference(), largest),
                                        x(effect.high(), largest))),
                substitution.remark());
    }

    private static String rated(InsightsBody.Spread ratings) {
        return ratings.mean()
                .map(mean -> "%s (%d rated)".formatted(rounded(mean), ratings.count()))
                .orElse("none rated");
    }

    private static String signed(BigDecimal number) {
        BigDecimal rounded = number.setScale(1, RoundingMode.HALF_UP);
        return switch (rounded.signum()) {
            case 0 -> "0";
            case 1 -> "+" + rounded.toPlainString();
            default -> "−" + rounded.negate().toPlainString();
        };
    }

    static String rounded(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static double x(BigDecimal number, double largest) {
        double half = WIDTH / 2.0;
        return Lengths.of(half + (half - PADDING) * number.doubleValue() / largest);
    }
}
