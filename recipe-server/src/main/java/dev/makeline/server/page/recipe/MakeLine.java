package dev.makeline.server.page.recipe;

import dev.makeline.server.insight.MakeTime;
import dev.makeline.server.make.MakeItem;
import dev.makeline.server.page.difference.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A make in the list of its recipe.
///
/// @param at when it was made as far as it says, else when it was kept
/// @param score from 0 to 100; 0 for makes that were kept before comparisons were judged
public record MakeLine(
        long makeId,
        int revision,
        Instant at,
        Optional<String> madeBy,
        Optional<BigDecimal> rating,
        Verdict verdict,
        String headline,
        int score,
        boolean signedOff) {

    static MakeLine of(MakeItem make) {
        return new MakeLine(
                make.makeId(),
                make.revision(),
                MakeTime.of(make.madeAt(), make.recordedAt()),
                make.madeBy(),
                make.rating(),
                Verdict.of(make.outcome(), make.criticalCount().orElse(0)),
                make.headline(),
                make.deviationScore().orElse(0),
                make.signedOffBy().isPresent());
    }
}
