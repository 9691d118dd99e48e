package dev.makeline.benchmark.accuracy.rewriting;

import dev.makeline.benchmark.accuracy.draft.Draft;
import dev.makeline.benchmark.accuracy.draft.DraftIngredient;
import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Measured;
import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Verbatim;
import dev.makeline.benchmark.accuracy.draft.LineDraft;
import dev.makeline.recipe.quantity.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Makes all of a recipe in another size. At least three ingredients have amounts, so that the size
/// can be told from them; how many it serves is scaled too where that stays whole, else left out on
/// the make's side. Amounts of food in steps are scaled or left as they are.
public final class Rescaling {

    private static final List<Rational> FACTORS =
            List.of(
                    Rational.of(1, 2),
                    Rational.of(2),
                    Rational.of(3),
                    Rational.of(3, 2),
                    Rational.of(1, 3),
                    Rational.of(4),
                    Rational.of(2, 3),
                    Rational.of(3, 4),
                    Rational.of(5, 2));

    private static final int LEAST_MEASURED = 3;

    /// What a measure in a step belongs to when it is no amount of food.
    private static final Pattern VESSEL =
            Pattern.compile(
                    "\\b(?:mugs?|ramekins?|cans?|jars?|pans?|dish|bowls?|each|per|tins?|pots?|skillets?|"
                            + "molds?|packages?|bags?|measuring|size|scoop|spoonfuls?|at a time)\\b",
                    Pattern.CASE_INSENSITIVE);

    private Rescaling() {}

    static Optional<Draft> apply(Draft draft, RandomGenerator random) {
        return by(FACTORS.get(random.nextInt(FACTORS.size())), draft, random);
    }

    static Optional<Draft> by(Rational factor, Draft draft, RandomGenerator random) {
        List<DraftIngredient> scaled = new ArrayList<>();
        for (DraftIngredient ingredient : draft.ingredients()) {
            Optional<DraftIngredient> own = scaled(ingredient, factor);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            scaled.add(own.get());
        }
        if (draft.measured() < LEAST_MEASURED) {
            return Optional.empty();
        }
        Draft make = draft.withIngredients(scaled).withServings(servings(draft, factor));
        return Optional.of(
                random.nextBoolean()
                        ? make
                        : make.withSteps(
                                make.steps().stream().map(step -> scaled(step, factor)).toList()));
    }

    private static Optional<DraftIngredient> scaled(DraftIngredient ingredient, Rational factor) {
        return switch (ingredient) {
            case Measured measured -> Optional.of(measured.times(factor));
            case Verbatim verbatim -> LineDraft.scaled(verbatim.line(), factor).map(Verbatim::new);
        };
    }

    private static String scaled(String step, Rational factor) {
        return VESSEL.matcher(step).find() ? step : LineDraft.amountsScaled(step, factor);
    }

    private static OptionalInt servings(Draft draft, Rational factor) {
        if (draft.servings().isEmpty()) {
            return OptionalInt.empty();
        }
        Rational scaled = Rational.of(draft.servings().getAsInt()).times(factor);
        return scaled.isWhole()
                ? OptionalInt.of(scaled.numerator().intValueExact())
                : OptionalInt.empty();
    }
}
