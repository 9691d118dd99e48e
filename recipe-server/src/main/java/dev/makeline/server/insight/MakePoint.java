package dev.makeline.server.insight;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One make on a timeline.
///
/// @param uses of ingredients that were not used as the recipe says; empty on the timeline of the
///   whole recipe
record MakePoint(
        long makeId,
        Instant at,
        int revision,
        Optional<BigDecimal> rating,
        String judgement,
        int deviationScore,
        List<CountedMake.Use> uses) {

    private static final Comparator<MakePoint> NEWEST_FIRST =
            Comparator.comparing(MakePoint::at).thenComparingLong(MakePoint::makeId).reversed();

    MakePoint {
        uses = List.copyOf(uses);
    }

    static MakePoint of(CountedMake make, boolean withUses) {
        return new MakePoint(
                make.makeId(),
                make.at(),
                make.revision(),
                make.rating(),
                make.judgement(),
                make.deviationScore(),
                withUses ? make.uses() : List.of());
    }

    /// The newest of both, the newest first.
    static List<MakePoint> newest(List<MakePoint> one, List<MakePoint> other, int limit) {
        return Stream.concat(one.stream(), other.stream())
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }
}
