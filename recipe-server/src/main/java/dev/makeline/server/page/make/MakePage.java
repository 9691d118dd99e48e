package dev.makeline.server.page.make;

import dev.makeline.server.make.Make;
import dev.makeline.server.make.SignOff;
import dev.makeline.server.page.difference.DifferenceView;
import java.math.BigDecimal;
import java.util.Optional;

/// One make beside the revision that it is compared with.
///
/// @param against the revision that is shown
/// @param current the recipe's current revision
/// @param madeAt as the document says it, else when it was kept
/// @param isDeviating from the revision that it was compared with when it was kept
/// @param canChange whether the person may sign it off and make it a revision
public record MakePage(
        long recipeId,
        long makeId,
        String recipeName,
        int against,
        int pinned,
        int current,
        String madeAt,
        String recordedAt,
        Optional<String> madeBy,
        Optional<String> rating,
        DifferenceView view,
        Optional<SignOff> signOff,
        boolean isDeviating,
        boolean canChange) {

    static MakePage of(
            Make make,
            String recipeName,
            int against,
            int current,
            DifferenceView view,
            Optional<SignOff> signOff,
            boolean canChange) {
        return new MakePage(
                make.recipeId(),
                make.makeId(),
                recipeName,
                against,
                make.revision(),
                current,
                make.madeAt().orElseGet(() -> make.recordedAt().toString()),
                make.recordedAt().toString(),
                make.madeBy(),
                make.rating().map(BigDecimal::toPlainString),
                view,
                signOff,
                make.isDeviating(),
                canChange);
    }

    public String path() {
        return "/recipes/%d/makes/%d".formatted(recipeId, makeId);
    }

    /// Whether there is something that a person should say yes to.
    public boolean asksForSignOff() {
        return isDeviating && signOff.isEmpty() && canChange;
    }
}
