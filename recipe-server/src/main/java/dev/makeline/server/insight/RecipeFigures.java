package dev.makeline.server.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is known of all makes of a recipe together. Figures of parts add up to the figures of the
/// whole, in any order.
///
/// @param judgements makes by judgement
/// @param ratingSteps makes by their rating, rounded to halves; above 100 as 100
/// @param days by the day on which it was made, in UTC: the newest [#DAYS] with a make
/// @param earlier the makes of all days before
/// @param latest the newest [#POINTS], the newest first
record RecipeFigures(
        Map<String, Long> judgements,
        Moments ratings,
        Map<String, Long> ratingSteps,
        Map<LocalDate, DayFigures> days,
        DayFigures earlier,
        List<MakePoint> latest) {

    /// More than a year; a bucket takes some 100 bytes.
    static final int DAYS = 400;

    static final int POINTS = 200;

    static final RecipeFigures NONE =
            new RecipeFigures(
                    Map.of(), Moments.NONE, Map.of(), Map.of(), DayFigures.NONE, List.of());

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100);

    RecipeFigures {
        judgements = Map.copyOf(judgements);
        ratingSteps = Map.copyOf(ratingSteps);
        latest = List.copyOf(latest);
    }

    static RecipeFigures of(CountedMake make) {
        return new RecipeFigures(
                Map.of(make.judgement(), 1L),
                make.rating().map(Moments::of).orElse(Moments.NONE),
                make.rating().map(rating -> Map.of(step(rating), 1L)).orElse(Map.of()),
                Map.of(LocalDate.ofInstant(make.at(), ZoneOffset.UTC), DayFigures.of(make)),
                DayFigures.NONE,
                List.of(MakePoint.of(make, false)));
    }

    RecipeFigures plus(RecipeFigures other) {
        TreeMap<LocalDate, DayFigures> all =
                new TreeMap<>(MergedMaps.merge(days, other.days, DayFigures::plus));
        DayFigures before = earlier.plus(other.earlier);
        while (all.size() > DAYS) {
            before = before.plus(all.pollFirstEntry().getValue());
        }
        return new RecipeFigures(
                MergedMaps.merge(judgements, other.judgements, Long::sum),
                ratings.plus(other.ratings),
                MergedMaps.merge(ratingSteps, other.ratingSteps, Long::sum),
                all,
                before,
                MakePoint.newest(latest, other.latest, POINTS));
    }

    long makes() {
        return judgements.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String step(BigDecimal rating) {
        return rating.min(HIGHEST)
                .multiply(TWO)
                .setScale(0, RoundingMode.HALF_UP)
                .divide(TWO)
                .stripTrailingZeros()
                .toPlainString();
    }
}
