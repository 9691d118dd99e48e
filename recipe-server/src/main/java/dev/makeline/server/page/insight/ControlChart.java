package dev.makeline.server.page.insight;

import dev.makeline.server.insight.InsightsBody;
import dev.makeline.server.page.difference.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the newest makes used of one ingredient, make by make: the line of the original, the band
/// of the tolerance, the mean with its limits. Lengths are those of the drawing.
///
/// @param points the oldest first
/// @param critical the lines beyond which it is critical
public record ControlChart(
        int place,
        String name,
        List<Point> points,
        List<Mark> grid,
        double centre,
        double bandTop,
        double bandBottom,
        List<Double> critical,
        Optional<Line> line) {

    public static final int WIDTH = 760;
    public static final int HEIGHT = 300;
    public static final int LEFT = 64;
    public static final int RIGHT = WIDTH - 16;
    public static final int TOP = 12;
    public static final int BOTTOM = 252;

    /// Where makes stand that used none of it.
    public static final int NONE = 280;

    private static final int MARGIN = 10;

    private static final List<String> GRID =
            List.of("0.5", "0.75", "0.9", "0.95", "1.05", "1.1", "1.25", "1.5", "2");

    /// A line of the grid and what it means.
    public record Mark(double y, String label) {}

    /// The mean, and the limits of what is usual.
    public record Line(double mean, double low, double high, String says) {}

    /// @param used such as `+5 %` or `left out`
    public record Point(
            long makeId, Instant at, double x, double y, Level level, boolean isNone, String used) {

        public boolean isOutside() {
            return level == Level.DEVIATION || level == Level.CRITICAL;
        }
    }

    public ControlChart {
        points = List.copyOf(points);
        grid = List.copyOf(grid);
        critical = List.copyOf(critical);
    }

    /// Empty for less than two makes, and where the recipe says no amount.
    static Optional<ControlChart> of(
            InsightsBody.Ingredient ingredient, List<InsightsBody.Point> makes, RatioScale scale) {
        if (makes.size() < 2 || ingredient.quantity().isEmpty()) {
            return Optional.empty();
        }
        double within = ingredient.withinPercent().doubleValue() / 100;
        return Optional.of(
                new ControlChart(
                        ingredient.place(),
                        ingredient.name(),
                        points(ingredient, makes, scale),
                        GRID.stream()
                                .map(BigDecimal::new)
                                .map(ratio ->
                                        new Mark(
                                                y(ratio.doubleValue(), scale), RatioText.of(ratio)))
                                .toList(),
                        y(1, scale),
                        y(1 + within, scale),
                        y(Math.max(0, 1 - within), scale),
                        critical(ingredient, scale),
                        Limits.of(ingredient.ratio()).map(limits -> line(limits, scale))));
    }

    /// Those that a person may want to look at, the newest first.
    public List<Point> outside() {
        return points.reversed().stream().filter(Point::isOutside).toList();
    }

    private static List<Point> points(
            InsightsBody.Ingredient ingredient, List<InsightsBody.Point> makes, RatioScale scale) {
        List<Point> points = new ArrayList<>();
        double step = (double) (RIGHT - LEFT - 2 * MARGIN) / (makes.size() - 1);
        for (int i = makes.size() - 1; i >= 0; i--) {
            double x = Lengths.of(RIGHT - MARGIN - i * step);
            InsightsBody.Point make = makes.get(i);
            BigDecimal ratio = ingredient.recent().get(i);
            points.add(
                    ratio == null
                            ? none(make, x, ingredient.recentUse().get(i))
                            : new Point(
                                    make.makeId(),
                                    make.at(),
                                    x,
                                    y(ratio.doubleValue(), scale),
                                    level(ratio, ingredient),
                                    false,
                                    RatioText.of(ratio)));
        }
        return points;
    }

    private static Point none(InsightsBody.Point make, double x, String use) {
        String said =
                switch (use) {
                    case "omitted" -> "left out";
                    case "substituted" -> "replaced";
                    default -> "in an amount that does not compare";
                };
        Level level = use.equals("untold") ? Level.SAME : Level.DEVIATION;
        return new Point(make.makeId(), make.at(), x, NONE, level, true, said);
    }

    private static Level level(BigDecimal ratio, InsightsBody.Ingredient ingredient) {
        BigDecimal percent = ratio.subtract(BigDecimal.ONE).movePointRight(2).abs();
        if (ingredient.criticalPercent().filter(most -> percent.compareTo(most) > 0).isPresent()) {
            return Level.CRITICAL;
        }
        if (percent.compareTo(ingredient.withinPercent()) > 0) {
            return Level.DEVIATION;
        }
        return percent.signum() == 0 ? Level.SAME : Level.WITHIN_TOLERANCE;
    }

    private static List<Double> critical(InsightsBody.Ingredient ingredient, RatioScale scale) {
        return ingredient
                .criticalPercent()
                .map(percent -> percent.doubleValue() / 100)
                .map(far -> List.of(y(1 + far, scale), y(Math.max(0, 1 - far), scale)))
                .orElse(List.of());
    }

    private static Line line(Limits limits, RatioScale scale) {
        return new Line(
                y(limits.mean(), scale),
                y(limits.low(), scale),
                y(limits.high(), scale),
                "%s, limits %s".formatted(RatioText.of(limits.mean()), limits.text()));
    }

    private static double y(double ratio, RatioScale scale) {
        return Lengths.of(BOTTOM - (BOTTOM - TOP) * scale.share(ratio));
    }
}
