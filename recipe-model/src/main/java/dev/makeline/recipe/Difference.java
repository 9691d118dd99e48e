package dev.makeline.recipe;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/// One thing that a make has otherwise than its recipe.
public sealed interface Difference {

    /// Stable, in kebab-case; may be stored and compared.
    String kind();

    RecipeField recipeField();

    /// Present for every difference of an ingredient: its id in the recipe, else in the make, else
    /// its place in the list, counted from 1.
    default OptionalLong ingredientId() {
        return OptionalLong.empty();
    }

    /// Present for every difference of an ingredient.
    default Optional<IngredientField> ingredientField() {
        return Optional.empty();
    }

    /// Present for every difference of a step: its id in the recipe, else in the make, else its
    /// place in the list, counted from 1.
    default OptionalLong stepId() {
        return OptionalLong.empty();
    }

    Sides difference();

    /// The difference in a few words, to stand in a longer sentence.
    String clause();

    /// The difference as a cook would say it; one sentence.
    default String sentence() {
        return Wording.sentence(clause());
    }

    /// Both were rated, and not alike.
    record RatingChanged(BigDecimal recipe, BigDecimal make) implements Difference {
        @Override
        public String kind() {
            return "rating-changed";
        }

        @Override
        public RecipeField recipeField() {
            return RecipeField.RATING;
        }

        @Override
        public Sides difference() {
            return new Sides(Wording.number(recipe), Wording.number(make));
        }

        @Override
        public String clause() {
            return "rated %s instead of %s".formatted(Wording.number(make), Wording.number(recipe));
        }
    }

    /// A difference of one ingredient.
    sealed interface OfIngredient extends Difference {

        long id();

        @Override
        default RecipeField recipeField() {
            return RecipeField.INGREDIENT;
        }

        @Override
        default OptionalLong ingredientId() {
            return OptionalLong.of(id());
        }
    }

    /// Not the quantity that the recipe asks for in a batch of this size; the recipe's side of the
    /// difference is that scaled quantity.
    ///
    /// @param batch by how much the make as a whole was scaled
    record QuantityChanged(long id, Ingredient recipe, Ingredient make, BatchFactor batch)
            implements OfIngredient {
        @Override
        public String kind() {
            return "quantity-changed";
        }

        @Override
        public Optional<IngredientField> ingredientField() {
            return Optional.of(IngredientField.QUANTITY);
        }

        @Override
        public Sides difference() {
            return new Sides(
                    Wording.number(asked()),
                    Wording.number(make.quantity().orElse(BigDecimal.ZERO)));
        }

        @Override
        public String clause() {
            return Wording.name(make.name())
                    + ": "
                    + Wording.amount(make.quantity().orElse(BigDecimal.ZERO), make.measurement())
                    + " instead of "
                    + askedAmount()
                    + unevenScaling();
        }

        private BigDecimal asked() {
            return batch.isOne()
                    ? recipe.quantity().orElse(BigDecimal.ZERO)
                    : batch.times(recipe.quantity().orElse(BigDecimal.ZERO));
        }

        private String askedAmount() {
            return measuredAlike()
                    ? Wording.number(asked())
                    : Wording.amount(asked(), recipe.measurement());
        }

        private String unevenScaling() {
            boolean comparable =
                    measuredAlike()
                            && recipe.quantity().orElse(BigDecimal.ZERO).signum() > 0
                            && make.quantity().orElse(BigDecimal.ZERO).signum() > 0;
            if (batch.isOne() || !comparable) {
                return "";
            }
            BatchFactor own =
                    BatchFactor.between(
                            recipe.quantity().orElse(BigDecimal.ZERO),
                            make.quantity().orElse(BigDecimal.ZERO));
            return " (%s where everything else is %s)".formatted(own.text(), batch.text());
        }

        private boolean measuredAlike() {
            return Spelling.sameMeasurement(recipe.measurement(), make.measurement());
        }
    }

    /// Measured in something else.
    record MeasurementChanged(long id, Ingredient recipe, Ingredient make) implements OfIngredient {
        @Override
        public String kind() {
            return "measurement-changed";
        }

        @Override
        public Optional<IngredientField> ingredientField() {
            return Optional.of(IngredientField.MEASUREMENT);
        }

        @Override
        public Sides difference() {
            return new Sides(recipe.measurement(), make.measurement());
        }

        @Override
        public String clause() {
            return "%s: measured %s instead of %s"
                    .formatted(
                            Wording.name(make.name()),
                            Wording.measuredIn(make.measurement()),
                            Wording.measuredIn(recipe.measurement()));
        }
    }

    /// Something else was used.
    record IngredientRenamed(long id, Ingredient recipe, Ingredient make) implements OfIngredient {
        @Override
        public String kind() {
            return "ingredient-renamed";
        }

        @Override
        public Optional<IngredientField> ingredientField() {
            return Optional.of(IngredientField.INGREDIENT_NAME);
        }

        @Override
        public Sides difference() {
            return new Sides(recipe.name(), make.name());
        }

        @Override
        public String clause() {
            return Wording.nameAndVerb(recipe.name()) + " replaced by " + Wording.name(make.name());
        }
    }

    /// In the make alone.
    record IngredientAdded(long id, Ingredient make) implements OfIngredient {
        @Override
        public String kind() {
            return "ingredient-added";
        }

        @Override
        public Optional<IngredientField> ingredientField() {
            return Optional.of(IngredientField.INGREDIENT_NAME);
        }

        @Override
        public Sides difference() {
            return new Sides("", make.name());
        }

        @Override
        public String clause() {
            return "%s added (%s)"
                    .formatted(
                            Wording.nameAndVerb(make.name()),
                            Wording.amount(
                                    make.quantity().orElse(BigDecimal.ZERO), make.measurement()));
        }
    }

    /// In the recipe alone.
    record IngredientRemoved(long id, Ingredient recipe) implements OfIngredient {
        @Override
        public String kind() {
            return "ingredient-removed";
        }

        @Override
        public Optional<IngredientField> ingredientField() {
            return Optional.of(IngredientField.INGREDIENT_NAME);
        }

        @Override
        public Sides difference() {
            return new Sides(recipe.name(), "");
        }

        @Override
        public String clause() {
            return Wording.nameAndVerb(recipe.name()) + " left out";
        }
    }

    /// A difference of one step. Places are counted from 1.
    sealed interface OfStep extends Difference {

        long id();

        @Override
        default RecipeField recipeField() {
            return RecipeField.INSTRUCTION;
        }

        @Override
        default OptionalLong stepId() {
            return OptionalLong.of(id());
        }
    }

    /// Done in another way.
    record StepChanged(long id, int place, Step recipe, Step make) implements OfStep {
        @Override
        public String kind() {
            return "step-changed";
        }

        @Override
        public Sides difference() {
            return new Sides(recipe.text(), make.text());
        }

        @Override
        public String clause() {
            return "step %d was changed".formatted(place);
        }

        @Override
        public String sentence() {
            return "Step %d was changed: %s instead of %s."
                    .formatted(place, Wording.quoted(make.text()), Wording.quoted(recipe.text()));
        }
    }

    /// The same, but at another moment.
    record StepMoved(long id, int place, int placeInMake, Step recipe) implements OfStep {
        @Override
        public String kind() {
            return "step-moved";
        }

        @Override
        public Sides difference() {
            return new Sides("step " + place, "step " + placeInMake);
        }

        @Override
        public String clause() {
            return "step %d was done as step %d".formatted(place, placeInMake);
        }

        @Override
        public String sentence() {
            return "Step %d was done as step %d: %s."
                    .formatted(place, placeInMake, Wording.quoted(recipe.text()));
        }
    }

    /// In the make alone.
    record StepAdded(long id, int placeInMake, Step make) implements OfStep {
        @Override
        public String kind() {
            return "step-added";
        }

        @Override
        public Sides difference() {
            return new Sides("", make.text());
        }

        @Override
        public String clause() {
            return "a step was added as step %d".formatted(placeInMake);
        }

        @Override
        public String sentence() {
            return "A step was added as step %d: %s."
                    .formatted(placeInMake, Wording.quoted(make.text()));
        }
    }

    /// In the recipe alone.
    record StepRemoved(long id, int place, Step recipe) implements OfStep {
        @Override
        public String kind() {
            return "step-removed";
        }

        @Override
        public Sides difference() {
            return new Sides(recipe.text(), "");
        }

        @Override
        public String clause() {
            return "step %d was left out".formatted(place);
        }

        @Override
        public String sentence() {
            return "Step %d was left out: %s.".formatted(place, Wording.quoted(recipe.text()));
        }
    }
}
