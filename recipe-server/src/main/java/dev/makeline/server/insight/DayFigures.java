package dev.makeline.server.insight;

import java.math.BigDecimal;

/// The makes of one day.
record DayFigures(long makes, Moments ratings, Moments deviationScores) {

    static final DayFigures NONE = new DayFigures(0, Moments.NONE, Moments.NONE);

    static DayFigures of(CountedMake make) {
        return new DayFigures(
                1,
                make.rating().map(Moments::of).orElse(Moments.NONE),
                Moments.of(BigDecimal.valueOf(make.deviationScore())));
    }

    DayFigures plus(DayFigures other) {
        return new DayFigures(
                makes + other.makes,
                ratings.plus(other.ratings),
                deviationScores.plus(other.deviationScores));
    }
}
