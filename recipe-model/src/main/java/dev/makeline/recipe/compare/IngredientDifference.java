package dev.makeline.recipe.compare;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.step.Magnitude;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// What is otherwise about one ingredient.
public sealed interface IngredientDifference extends Difference.OfIngredient {

    /// Which ingredient, and where.
    ///
    /// @param id in the recipe, else in the make, else the place in the list counted from 1
    /// @param recipe as written; empty for what was added
    /// @param make as written; empty for what was left out
    /// @param name as a cook says it: the make's, or the recipe's for what was left out
    record Subject(
            long id,
            Optional<Ingredient> recipe,
            Optional<Ingredient> make,
            String name,
            Places places) {
        public Subject {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(places, "places");
        }
    }

    Subject subject();

    @Override
    default String kind() {
        return switch (this) {
            case QuantityChanged _ -> "quantity-changed";
            case UnitChanged _ -> "unit-changed";
            case IngredientSubstituted _ -> "ingredient-substituted";
            case IngredientAdded _ -> "ingredient-added";
            case IngredientRemoved _ -> "ingredient-removed";
            case PreparationChanged _ -> "preparation-changed";
        };
    }

    @Override
    default RecipeField recipeField() {
        return RecipeField.INGREDIENT;
    }

    /// A document says the preparation with the name.
    @Override
    default Optional<IngredientField> ingredientField() {
        return Optional.of(
                switch (this) {
                    case QuantityChanged _ -> IngredientField.QUANTITY;
                    case UnitChanged _ -> IngredientField.MEASUREMENT;
                    case IngredientSubstituted _,
                            IngredientAdded _,
                            IngredientRemoved _,
                            PreparationChanged _ ->
                            IngredientField.INGREDIENT_NAME;
                });
    }

    @Override
    default OptionalLong ingredientId() {
        return OptionalLong.of(subject().id());
    }

    @Override
    default Places places() {
        return subject().places();
    }

    /// Not the quantity that the recipe asks for in a batch of this size; the recipe's side is that
    /// scaled quantity. Empty where a side says no amount.
    ///
    /// @param magnitude empty where one side says no amount
    /// @param batch by how much the make as a whole was scaled
    record QuantityChanged(
            Subject subject,
            Optional<Amount> expected,
            Optional<Amount> made,
            Optional<Magnitude> magnitude,
            BatchFactor batch,
            double confidence)
            implements IngredientDifference {
        @Override
        public Sides difference() {
            return IngredientWording.sides(expected, made);
        }

        @Override
        public String clause() {
            return Wording.name(subject.name())
                    + ": "
                    + IngredientWording.amounts(expected, made)
                    + unevenScaling();
        }

        private String unevenScaling() {
            return batch.isOne()
                    ? ""
                    : magnitude
                            .flatMap(Magnitude::ratio)
                            .map(ratio -> new BatchFactor(ratio.times(batch.value())))
                            .map(own ->
                                    " (%s where everything else is %s)"
                                            .formatted(own.text(), batch.text()))
                            .orElse("");
        }
    }

    /// Measured in another unit, and not the same amount; or in units between which nobody can
    /// tell.
    ///
    /// @param magnitude empty where the units do not convert
    /// @param missingDensity whether it could be told if the food's density were known
    record UnitChanged(
            Subject subject,
            Amount expected,
            Amount made,
            Optional<Magnitude> magnitude,
            boolean missingDensity,
            double confidence)
            implements IngredientDifference {
        @Override
        public Sides difference() {
            return new Sides(
                    subject.recipe().map(Ingredient::measurement).orElse(""),
                    subject.make().map(Ingredient::measurement).orElse(""));
        }

        @Override
        public String clause() {
            String amounts =
                    "%s: %s instead of %s"
                            .formatted(
                                    Wording.name(subject.name()),
                                    Wording.amount(made),
                                    Wording.amount(expected));
            return missingDensity
                    ? amounts
                            + ", which cannot be told apart without knowing what a cup of it weighs"
                    : amounts;
        }
    }

    /// Another food in its place.
    ///
    /// @param expected how much of the replaced food in a batch of this size
    /// @param made how much of the substitute
    /// @param magnitude empty where the amounts are the same or cannot be compared
    record IngredientSubstituted(
            Subject subject,
            String recipeName,
            Optional<Amount> expected,
            Optional<Amount> made,
            boolean sameAmount,
            Optional<Magnitude> magnitude,
            double confidence)
            implements IngredientDifference {
        @Override
        public Sides difference() {
            return new Sides(
                    subject.recipe().map(Ingredient::name).orElse(recipeName),
                    subject.make().map(Ingredient::name).orElse(subject.name()));
        }

        @Override
        public String clause() {
            return Wording.nameAndVerb(recipeName)
                    + " replaced by "
                    + Wording.name(subject.name())
                    + ", "
                    + (sameAmount ? "same amount" : IngredientWording.amounts(expected, made));
        }
    }

    /// In the make alone.
    record IngredientAdded(Subject subject, Optional<Amount> made, double confidence)
            implements IngredientDifference {
        @Override
        public Sides difference() {
            return new Sides("", subject.make().map(Ingredient::name).orElse(subject.name()));
        }

        @Override
        public String clause() {
            return Wording.nameAndVerb(subject.name())
                    + " added"
                    + made.map(amount -> " (" + Wording.amount(amount) + ")").orElse("");
        }
    }

    /// In the recipe alone.
    record IngredientRemoved(Subject subject, double confidence) implements IngredientDifference {
        @Override
        public Sides difference() {
            return new Sides(subject.recipe().map(Ingredient::name).orElse(subject.name()), "");
        }

        @Override
        public String clause() {
            return Wording.nameAndVerb(subject.name()) + " left out";
        }
    }

    /// Cut, cooked or otherwise made ready in another way.
    ///
    /// @param recipePreparation as written; empty where the recipe names none
    /// @param makePreparation as written; empty where the make names none
    record PreparationChanged(
            Subject subject, String recipePreparation, String makePreparation, double confidence)
            implements IngredientDifference {
        @Override
        public Sides difference() {
            return new Sides(recipePreparation, makePreparation);
        }

        @Override
        public String clause() {
            String name = Wording.name(subject.name());
            if (recipePreparation.isEmpty()) {
                return name + ": " + Wording.clipped(makePreparation);
            }
            return makePreparation.isEmpty()
                    ? name + ": not " + Wording.clipped(recipePreparation)
                    : "%s: %s instead of %s"
                            .formatted(
                                    name,
                                    Wording.clipped(makePreparation),
                                    Wording.clipped(recipePreparation));
        }
    }
}
