package dev.makeline.recipe.compare;

import dev.makeline.recipe.quantity.AmountText;
import dev.makeline.recipe.step.Magnitude;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/// One thing that a make has otherwise than its recipe. Texts of documents stand in it as they were
/// written; whoever shows them escapes them.
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

    Places places();

    Sides difference();

    /// How large it is, where it has a size that can be told.
    default Optional<Magnitude> magnitude() {
        return Optional.empty();
    }

    /// How sure the comparison is that a cook would call this a difference, and this one; from 0 to
    /// 1. An order, not a probability.
    default double confidence() {
        return 1;
    }

    /// The difference in a few words, to stand in a longer sentence.
    String clause();

    /// The difference as a cook would say it; one sentence.
    default String sentence() {
        return Wording.sentence(clause());
    }

    /// A difference of one ingredient.
    sealed interface OfIngredient extends Difference permits IngredientDifference {}

    /// A difference of one step, or of steps that were split or merged.
    sealed interface OfStep extends Difference permits StepDifference {}

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
        public Places places() {
            return Places.field("rating");
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

    /// Serves neither as many as the recipe nor as many as a batch of this size. Of the fields that
    /// a document may name it belongs to the ingredients, and to none of them.
    ///
    /// @param size beside what the batch factor makes of the recipe's yield
    record YieldChanged(BigDecimal recipe, BigDecimal make, Magnitude size) implements Difference {
        @Override
        public String kind() {
            return "yield-changed";
        }

        @Override
        public RecipeField recipeField() {
            return RecipeField.INGREDIENT;
        }

        @Override
        public Places places() {
            return Places.field("servings");
        }

        @Override
        public Sides difference() {
            return new Sides(Wording.number(recipe), Wording.number(make));
        }

        @Override
        public Optional<Magnitude> magnitude() {
            return Optional.of(size);
        }

        @Override
        public String clause() {
            return "serves %s instead of %s"
                    .formatted(Wording.number(make), AmountText.number(size.expected()));
        }
    }
}
