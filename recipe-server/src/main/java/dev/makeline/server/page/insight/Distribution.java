package dev.makeline.server.page.insight;

import dev.makeline.server.insight.InsightsBody;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What was used of one ingredient in all makes, as bars over multiples of the recipe's amount.
/// Lengths are those of the drawing.
///
/// @param bandLeft where what is within tolerance begins
/// @param says the same in words
public record Distribution(
        List<Bar> bars, double bandLeft, double bandRight, double centre, String says) {

    public static final int WIDTH = 240;
    public static final int HEIGHT = 44;

    /// So that a single make among thousands is seen.
    private static final int LEAST_HEIGHT = 3;

    private static final int GAP = 1;

    public record Bar(double x, int y, double width, int height) {}

    public Distribution {
        bars = List.copyOf(bars);
    }

    static Distribution of(InsightsBody.Ingredient ingredient, RatioScale scale) {
        double within = ingredient.withinPercent().doubleValue() / 100;
        return new Distribution(
                bars(ingredient.bins()),
                x(Math.max(0, 1 - within), scale),
                x(1 + within, scale),
                x(1, scale),
                says(ingredient, scale));
    }

    private static List<Bar> bars(List<Long> bins) {
        long highest = Math.max(1, Collections.max(bins));
        double width = (double) WIDTH / bins.size();
        List<Bar> bars = new ArrayList<>();
        for (int bin = 0; bin < bins.size(); bin++) {
            if (bins.get(bin) > 0) {
                int height = (int) Math.max(LEAST_HEIGHT, HEIGHT * bins.get(bin) / highest);
                bars.add(
                        new Bar(
                                Lengths.of(bin * width + GAP),
                                HEIGHT - height,
                                Lengths.of(width - 2 * GAP),
                                height));
            }
        }
        return bars;
    }

    private static String says(InsightsBody.Ingredient ingredient, RatioScale scale) {
        int exact = (int) (scale.share(1) * scale.bins());
        List<Long> bins = ingredient.bins();
        return "%d less, %d as much, %d more"
                .formatted(
                        sum(bins.subList(0, exact)),
                        bins.get(exact),
                        sum(bins.subList(exact + 1, bins.size())));
    }

    private static double x(double ratio, RatioScale scale) {
        return Lengths.of(WIDTH * scale.share(ratio));
    }

    private static long sum(List<Long> makes) {
        return makes.stream().mapToLong(Long::longValue).sum();
    }
}
