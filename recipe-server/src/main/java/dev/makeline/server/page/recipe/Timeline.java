package dev.makeline.server.page.recipe;

import dev.makeline.server.page.difference.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes by the time they were made, to be drawn: how far each was from the recipe, and below how
/// it was rated. A pure function of the makes. Lengths are those of the drawing.
public record Timeline(List<Point> points, Optional<Scale> ratings, Instant first, Instant last) {

    public static final int WIDTH = 760;
    public static final int LEFT = 44;
    public static final int RIGHT = WIDTH - 16;
    public static final int SCORE_TOP = 12;
    public static final int SCORE_BOTTOM = 132;
    public static final int RATING_TOP = 164;
    public static final int RATING_BOTTOM = 224;

    /// @param ratingY empty for one that is not rated
    public record Point(
            long makeId,
            Instant at,
            int x,
            int y,
            Optional<Integer> ratingY,
            Verdict verdict,
            String label) {}

    /// Of ratings, from 0.
    public record Scale(BigDecimal highest) {}

    public Timeline {
        points = List.copyOf(points);
    }

    /// Empty for less than two makes, which are no line.
    static Optional<Timeline> of(List<MakeLine> makes) {
        if (makes.size() < 2) {
            return Optional.empty();
        }
        Instant first = makes.stream().map(MakeLine::at).min(Instant::compareTo).orElseThrow();
        Instant last = makes.stream().map(MakeLine::at).max(Instant::compareTo).orElseThrow();
        Optional<Scale> ratings = scale(makes);
        List<Point> points = new ArrayList<>();
        for (MakeLine make : makes) {
            points.add(
                    new Point(
                            make.makeId(),
                            make.at(),
                            x(make.at(), first, last),
                            SCORE_BOTTOM - (SCORE_BOTTOM - SCORE_TOP) * make.score() / 100,
                            ratings.flatMap(scale -> make.rating().map(one -> y(one, scale))),
                            make.verdict(),
                            "%s, score %d. %s"
                                    .formatted(
                                            make.verdict().label(),
                                            make.score(),
                                            make.headline())));
        }
        return Optional.of(new Timeline(points, ratings, first, last));
    }

    /// Five, or the highest rating where that is more.
    private static Optional<Scale> scale(List<MakeLine> makes) {
        return makes.stream()
                .flatMap(make -> make.rating().stream())
                .max(BigDecimal::compareTo)
                .map(highest -> new Scale(highest.max(BigDecimal.valueOf(5))));
    }

    private static int x(Instant at, Instant first, Instant last) {
        long whole = Math.max(1, last.toEpochMilli() - first.toEpochMilli());
        return (int) (LEFT + (RIGHT - LEFT) * (at.toEpochMilli() - first.toEpochMilli()) / whole);
    }

    private static int y(BigDecimal rating, Scale scale) {
        double share = rating.doubleValue() / scale.highest().doubleValue();
        return (int) Math.round(RATING_BOTTOM - (RATING_BOTTOM - RATING_TOP) * share);
    }
}
