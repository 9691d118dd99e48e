package dev.makeline.recipe.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What was done differently in one make, and how much it matters.
///
/// @param judged the differences of ingredients in the recipe's order, then those added, then of
///   steps, then of yield and rating
/// @param batchFactor by how much the make as a whole was scaled; not a difference
/// @param otherUnits the units that the make says the same amounts in
/// @param told all that is said otherwise and is no difference
public record Comparison(
        List<JudgedDifference> judged,
        BatchFactor batchFactor,
        OtherUnits otherUnits,
        List<Told> told) {

    private static final int SPELLED_OUT = 3;

    public Comparison {
        judged = List.copyOf(judged);
        Objects.requireNonNull(otherUnits, "otherUnits");
        told = List.copyOf(told);
    }

    public List<Difference> differences() {
        return judged.stream().map(JudgedDifference::difference).toList();
    }

    /// A rating is what came of the make, not how it was made: it never makes one deviate.
    public Outcome outcome() {
        if (judged.stream()
                .anyMatch(difference -> difference.judgement() != Judgement.WITHIN_TOLERANCE)) {
            return Outcome.DEVIATING;
        }
        return told.isEmpty() && changes().isEmpty() ? Outcome.EXACT : Outcome.EQUIVALENT;
    }

    public long count(Judgement judgement) {
        return judged.stream().filter(difference -> difference.judgement() == judgement).count();
    }

    /// From 0, made as the recipe says, to 100, another dish. It orders makes.
    public int deviationScore() {
        return DeviationScore.of(judged);
    }

    /// The whole comparison in one sentence.
    public String headline() {
        return switch (outcome()) {
            case EXACT -> "Made exactly as the recipe says" + rating() + ".";
            case EQUIVALENT ->
                    changes().isEmpty()
                            ? "Made %s, otherwise exactly as the recipe says%s."
                                    .formatted(manner(!otherUnits.isEmpty()), rating())
                            : "Made as the recipe says%s, within tolerance: %s."
                                    .formatted(prefixed(manner(!otherUnits.isEmpty())), clauses());
            case DEVIATING ->
                    isPlain(otherUnits.areOfMost())
                            ? count() + ": " + clauses() + "."
                            : "Made %s, with %s: %s."
                                    .formatted(manner(otherUnits.areOfMost()), count(), clauses());
        };
    }

    private List<JudgedDifference> changes() {
        return judged.stream().filter(difference -> !isRating(difference)).toList();
    }

    private boolean isPlain(boolean withUnits) {
        return batchFactor.isOne() && !withUnits;
    }

    /// Such as `double, in grams`.
    ///
    /// @param withUnits whether the units are worth a word; beside differences those of few
    ///   ingredients are not
    private String manner(boolean withUnits) {
        List<String> manner = new ArrayList<>();
        if (!batchFactor.isOne()) {
            manner.add(batchFactor.spoken());
        }
        if (withUnits) {
            manner.add(otherUnits.spoken());
        }
        if (manner.isEmpty()) {
            manner.add(
                    has("other-order") ? "in another order of the ingredients" : "in other words");
        }
        return String.join(", ", manner);
    }

    private boolean has(String kind) {
        return told.stream().anyMatch(told -> told.kind().equals(kind));
    }

    private String prefixed(String manner) {
        return isPlain(!otherUnits.isEmpty()) ? "" : ", " + manner;
    }

    private String rating() {
        return judged.stream()
                .filter(Comparison::isRating)
                .map(rated -> "; " + rated.difference().clause())
                .collect(Collectors.joining());
    }

    private String count() {
        return judged.size() == 1 ? "1 difference" : judged.size() + " differences";
    }

    private String clauses() {
        String clauses =
                judged.stream()
                        .limit(SPELLED_OUT)
                        .map(judgedOne -> judgedOne.difference().clause())
                        .collect(Collectors.joining("; "));
        int more = judged.size() - SPELLED_OUT;
        return more > 0 ? clauses + "; and " + more + " more" : clauses;
    }

    private static boolean isRating(JudgedDifference judged) {
        return judged.difference() instanceof Difference.RatingChanged;
    }
}
