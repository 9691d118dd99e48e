package dev.makeline.server.insight;

import java.math.BigDecimal;
import java.util.Map;

/// How one ingredient was used in the makes that did not use it as the recipe says.
///
/// @param deviating makes with an amount beyond its tolerance, and not critical
/// @param critical makes with an amount far beyond it
/// @param ratios to the recipe's amount in a batch of the make's size
/// @param bins makes by the bin of their ratio ([RatioBins])
record IngredientFigures(
        long untold,
        long omitted,
        long substituted,
        long deviating,
        long critical,
        Moments ratios,
        Map<Integer, Long> bins) {

    static final IngredientFigures NONE =
            new IngredientFigures(0, 0, 0, 0, 0, Moments.NONE, Map.of());

    /// A cup for a spoon is a slip of the pen or another dish; a thousandfold says no more.
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000);

    IngredientFigures {
        bins = Map.copyOf(bins);
    }

    static IngredientFigures of(CountedMake.Use use) {
        return switch (use.kind()) {
            case UNTOLD -> new IngredientFigures(1, 0, 0, 0, 0, Moments.NONE, Map.of());
            case OMITTED -> new IngredientFigures(0, 1, 0, 0, 0, Moments.NONE, Map.of());
            case SUBSTITUTED -> new IngredientFigures(0, 0, 1, 0, 0, Moments.NONE, Map.of());
            case MEASURED -> {
                BigDecimal ratio = use.ratio().orElseThrow().min(LARGEST);
                yield new IngredientFigures(
                        0,
                        0,
                        0,
                        judged(use, "deviation"),
                        judged(use, "critical"),
                        Moments.of(ratio),
                        Map.of(RatioBins.binOf(ratio), 1L));
            }
        };
    }

    private static long judged(CountedMake.Use use, String judgement) {
        return use.judgement().filter(judgement::equals).isPresent() ? 1 : 0;
    }

    IngredientFigures plus(IngredientFigures other) {
        return new IngredientFigures(
                untold + other.untold,
                omitted + other.omitted,
                substituted + other.substituted,
                deviating + other.deviating,
                critical + other.critical,
                ratios.plus(other.ratios),
                MergedMaps.merge(bins, other.bins, Long::sum));
    }

    /// Makes that used it otherwise than the recipe says.
    long makes() {
        return untold + omitted + substituted + ratios.count();
    }
}
