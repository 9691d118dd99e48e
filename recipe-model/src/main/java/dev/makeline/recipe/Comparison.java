package dev.makeline.recipe;

import java.util.List;
import java.util.stream.Collectors;

/// What was done differently in one make.
///
/// @param differences of ingredients in the recipe's order, then of steps, then of the rating
/// @param batchFactor by how much the make as a whole was scaled; not a difference
public record Comparison(List<Difference> differences, BatchFactor batchFactor) {

    private static final int SPELLED_OUT = 3;

    public Comparison {
        differences = List.copyOf(differences);
    }

    /// A rating is what came of the make, not how it was made: it never makes one deviate.
    public Outcome outcome() {
        if (!differences.stream().allMatch(Comparison::isRating)) {
            return Outcome.DEVIATING;
        }
        return batchFactor.isOne() ? Outcome.EXACT : Outcome.EQUIVALENT;
    }

    /// The whole comparison in one sentence.
    public String headline() {
        return switch (outcome()) {
            case EXACT -> "Made exactly as the recipe says" + rating() + ".";
            case EQUIVALENT ->
                    "Made %s, otherwise exactly as the recipe says%s."
                            .formatted(batchFactor.spoken(), rating());
            case DEVIATING ->
                    batchFactor.isOne()
                            ? count() + ": " + clauses() + "."
                            : "Made %s, with %s: %s."
                                    .formatted(batchFactor.spoken(), count(), clauses());
        };
    }

    private String rating() {
        return differences.stream()
                .map(rated -> "; " + rated.clause())
                .collect(Collectors.joining());
    }

    private String count() {
        return differences.size() == 1 ? "1 difference" : differences.size() + " differences";
    }

    private String clauses() {
        String clauses =
                differences.stream()
                        .limit(SPELLED_OUT)
                        .map(Difference::clause)
                        .collect(Collectors.joining("; "));
        int more = differences.size() - SPELLED_OUT;
        return more > 0 ? clauses + "; and " + more + " more" : clauses;
    }

    private static boolean isRating(Difference difference) {
        return difference instanceof Difference.RatingChanged;
    }
}
