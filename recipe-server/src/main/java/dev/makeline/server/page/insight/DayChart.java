package dev.makeline.server.page.insight;

import dev.makeline.server.insight.InsightsBody;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// All makes of a recipe by the day: how far they were from it, and how they were rated, on
/// average. Lengths are those of the drawing.
///
/// @param days the oldest first
/// @param highest the end of the scale of ratings
/// @param earlier makes of days before, which are not drawn
public record DayChart(List<Day> days, BigDecimal highest, long earlier) {

    public static final int WIDTH = 760;
    public static final int LEFT = 44;
    public static final int RIGHT = WIDTH - 16;
    public static final int SCORE_TOP = 12;
    public static final int SCORE_BOTTOM = 132;
    public static final int RATING_TOP = 164;
    public static final int RATING_BOTTOM = 224;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal USUAL = BigDecimal.valueOf(5);
    private static final double SMALLEST = 2;
    private static final double LARGEST = 7;

    /// @param radius grows with the makes
    public record Day(
            LocalDate day,
            long makes,
            double x,
            double radius,
            Optional<Double> scoreY,
            Optional<Double> ratingY,
            String score,
            String rating) {}

    public DayChart {
        days = List.copyOf(days);
    }

    /// Empty for less than two days, which are no line.
    static Optional<DayChart> of(InsightsBody figures) {
        if (figures.days().size() < 2) {
            return Optional.empty();
        }
        LocalDate first = figures.days().getFirst().day();
        long span = ChronoUnit.DAYS.between(first, figures.days().getLast().day());
        long most = figures.days().stream().mapToLong(InsightsBody.Day::makes).max().orElse(1);
        BigDecimal highest = figures.ratings().most().orElse(USUAL).max(USUAL);
        return Optional.of(
                new DayChart(
                        figures.days().stream()
                                .map(day ->
                                        day(
                                                day,
                                                x(ChronoUnit.DAYS.between(first, day.day()), span),
                                                radius(day.makes(), most),
                                                highest))
                                .toList(),
                        highest,
                        figures.earlierMakes()));
    }

    private static Day day(InsightsBody.Day day, double x, double radius, BigDecimal highest) {
        return new Day(
                day.day(),
                day.makes(),
                x,
                radius,
                day.meanDeviationScore().map(score -> y(SCORE_TOP, SCORE_BOTTOM, score, HUNDRED)),
                day.meanRating().map(rating -> y(RATING_TOP, RATING_BOTTOM, rating, highest)),
                day.meanDeviationScore().map(DayChart::rounded).orElse("–"),
                day.meanRating().map(DayChart::rounded).orElse("–"));
    }

    private static double x(long days, long span) {
        return Lengths.of(LEFT + (double) (RIGHT - LEFT) * days / span);
    }

    private static double radius(long makes, long most) {
        return Lengths.of(SMALLEST + (LARGEST - SMALLEST) * Math.sqrt((double) makes / most));
    }

    private static double y(int top, int bottom, BigDecimal value, BigDecimal highest) {
        return Lengths.of(bottom - (bottom - top) * value.doubleValue() / highest.doubleValue());
    }

    private static String rounded(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
