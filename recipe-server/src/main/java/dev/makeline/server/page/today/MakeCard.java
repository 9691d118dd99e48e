package dev.makeline.server.page.today;

import dev.makeline.server.insight.RecentMake;
import dev.makeline.server.page.difference.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A make as it is told of on the first page.
///
/// @param signedOff who said that its differences are fine, and why
public record MakeCard(
        long recipeId,
        String recipeName,
        long makeId,
        Instant at,
        Optional<String> madeBy,
        Optional<BigDecimal> rating,
        Verdict verdict,
        String headline,
        int score,
        Optional<RecentMake.SignedOff> signedOff) {

    static final Comparator<MakeCard> WEIGHTIEST_FIRST =
            Comparator.comparing(MakeCard::verdict)
                    .thenComparing(MakeCard::at)
                    .thenComparingLong(MakeCard::makeId)
                    .reversed();

    static MakeCard of(RecentMake make) {
        return new MakeCard(
                make.recipeId(),
                make.recipeName(),
                make.makeId(),
                make.recordedAt(),
                make.madeBy(),
                make.rating(),
                Verdict.of(make.outcome(), make.criticalCount()),
                make.headline(),
                make.deviationScore(),
                make.signedOff());
    }

    boolean isException() {
        return verdict.isException() && !isSignedOff();
    }

    public boolean isSignedOff() {
        return signedOff.isPresent();
    }

    public String path() {
        return "/recipes/%d/makes/%d".formatted(recipeId, makeId);
    }
}
