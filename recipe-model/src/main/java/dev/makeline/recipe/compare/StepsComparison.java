package dev.makeline.recipe.compare;

import dev.makeline.recipe.Step;
import dev.makeline.recipe.compare.StepDifference.StepAdded;
import dev.makeline.recipe.compare.StepDifference.StepChanged;
import dev.makeline.recipe.compare.StepDifference.StepMerged;
import dev.makeline.recipe.compare.StepDifference.StepMoved;
import dev.makeline.recipe.compare.StepDifference.StepQuantityChanged;
import dev.makeline.recipe.compare.StepDifference.StepRemoved;
import dev.makeline.recipe.compare.StepDifference.StepSplit;
import dev.makeline.recipe.compare.StepDifference.Subject;
import dev.makeline.recipe.step.QuantityChange;
import dev.makeline.recipe.step.QuantityKind;
import dev.makeline.recipe.step.StepAlignment;
import dev.makeline.recipe.step.StepChange;
import dev.makeline.recipe.step.StepComparison;
import dev.makeline.recipe.step.StepMatch;
import dev.makeline.recipe.step.StepReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Finds what is otherwise about steps, in the recipe's order with added steps where they stand in
/// the make.
final class StepsComparison {

    /// Splitting and merging changes a few words by itself: a sentence gets a beginning of its own.
    private static final double SAME_IN_PARTS = 0.75;

    private final List<Step> recipe;
    private final List<Step> make;
    private final BatchFactor batch;
    private final SubstitutedWords substituted;
    private final StepReadings readings = new StepReadings();
    private final Telling telling;
    private final List<StepDifference> differences = new ArrayList<>();

    StepsComparison(
            List<Step> recipe,
            List<Step> make,
            BatchFactor batch,
            SubstitutedWords substituted,
            Telling telling) {
        this.recipe = recipe;
        this.make = make;
        this.batch = batch;
        this.substituted = substituted;
        this.telling = telling;
    }

    List<StepDifference> compare() {
        StepAlignment alignment = StepAlignment.of(texts(recipe), texts(make), readings);
        RewrittenSteps.join(alignment.matches(), recipe, make, readings).forEach(this::compare);
        return differences;
    }

    private void compare(StepMatch match) {
        switch (match) {
            case StepMatch.Kept kept -> compareTexts(subject(kept.recipe(), kept.make()), 1);
            case StepMatch.Moved moved -> {
                Subject subject = subject(moved.recipe(), moved.make());
                differences.add(new StepMoved(subject, moved.similarity()));
                compareTexts(subject, 1);
            }
            case StepMatch.Split split -> {
                Subject subject = subject(List.of(split.recipe()), split.makes());
                differences.add(new StepSplit(subject, split.similarity()));
                compareTexts(subject, SAME_IN_PARTS);
            }
            case StepMatch.Merged merged -> {
                Subject subject = subject(merged.recipes(), List.of(merged.make()));
                differences.add(new StepMerged(subject, merged.similarity()));
                compareTexts(subject, SAME_IN_PARTS);
            }
            case StepMatch.Removed removed ->
                    differences.add(new StepRemoved(subject(List.of(removed.recipe()), List.of())));
            case StepMatch.Added added ->
                    differences.add(new StepAdded(subject(List.of(), List.of(added.make()))));
        }
    }

    /// @param same from which similarity on other words are no change
    private void compareTexts(Subject subject, double same) {
        if (subject.recipeText().equals(subject.makeText())) {
            return;
        }
        StepComparison comparison =
                StepComparison.ofReadings(
                        readings.of(texts(subject.recipe(), recipe)),
                        readings.of(texts(subject.make(), make)),
                        batch.value());
        tellUnits(subject, comparison);
        for (StepChange change : comparison.changes()) {
            switch (change) {
                case QuantityChange quantity -> differences.add(changed(subject, quantity));
                case StepChange.TextChanged text -> {
                    if (text.similarity() < same
                            && !substituted.explain(
                                    text,
                                    texts(subject.recipe(), recipe),
                                    texts(subject.make(), make))) {
                        differences.add(new StepChanged(subject, text.similarity()));
                    }
                }
            }
        }
    }

    private void tellUnits(Subject subject, StepComparison comparison) {
        if (subject.makeText().chars().noneMatch(Character::isDigit)) {
            return;
        }
        StepUnits units =
                StepUnits.of(
                        readings.of(texts(subject.recipe(), recipe)),
                        readings.of(texts(subject.make(), make)),
                        comparison);
        for (QuantityKind kind : QuantityKind.values()) {
            units.other(kind)
                    .ifPresent(unit -> telling.otherUnitInSteps(subject.inRecipe(), kind, unit));
        }
    }

    private static StepQuantityChanged changed(Subject subject, QuantityChange change) {
        return new StepQuantityChanged(
                subject,
                change.recipe().kind(),
                change.recipe().text(),
                change.make().text(),
                change.magnitude(),
                change.phrase());
    }

    private Subject subject(int recipePlace, int makePlace) {
        return subject(List.of(recipePlace), List.of(makePlace));
    }

    private Subject subject(List<Integer> recipePlaces, List<Integer> makePlaces) {
        return new Subject(
                id(recipePlaces, makePlaces),
                recipePlaces,
                makePlaces,
                String.join(" ", texts(recipePlaces, recipe)),
                String.join(" ", texts(makePlaces, make)));
    }

    private long id(List<Integer> recipePlaces, List<Integer> makePlaces) {
        OptionalLong inRecipe =
                recipePlaces.isEmpty()
                        ? OptionalLong.empty()
                        : recipe.get(recipePlaces.getFirst()).stepId();
        OptionalLong inMake =
                makePlaces.isEmpty()
                        ? OptionalLong.empty()
                        : make.get(makePlaces.getFirst()).stepId();
        int place = (recipePlaces.isEmpty() ? makePlaces : recipePlaces).getFirst();
        return inRecipe.orElseGet(() -> inMake.orElse(place + 1L));
    }

    private static List<String> texts(List<Step> steps) {
        return steps.stream().map(Step::text).toList();
    }

    private static List<String> texts(List<Integer> places, List<Step> steps) {
        return places.stream().map(place -> steps.get(place).text()).toList();
    }
}
