package dev.makeline.benchmark.accuracy.edit;

import java.util.random.RandomGenerator;

/// A kind of edit. Each is one that every cook would call a change:
///
/// - a quantity by more than 15 %; a unit for another one of at least twice its size; a substitute
///   from the same family of foods, but another food in the same amount; an added food that is of
///   no family from which something was removed or substituted, and shares no word with anything
///   else;
/// - only of steps with at least five words, whose words are for the most part those of no other
///   step; a moved step passes two others at least; a step is split between sentences, and two
///   neighbours are merged whole; a changed action is one of `actions.txt`;
/// - a time by a third at least, a temperature by 30 of its own degrees at least, a count by two
///   and a third at least, servings by a third at least, a rating by one at least.
///
/// At most half of the amounts of a recipe are edited, so that the others tell how large the make
/// is; no part is edited twice, no food that stands in two lines is edited, at most one step is
/// moved, nothing is added where something was removed or between the halves of a split one, and a
/// make of another size changes its yield only to another number than the recipe's.
///
/// Each says what the comparison should claim: the kind that has its name, at the place of the
/// recipe, or of the make for what was added.
enum Edit {
    QUANTITY_CHANGED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return IngredientEdits.quantity(script, random);
        }
    },
    UNIT_CHANGED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return IngredientEdits.unit(script, random);
        }
    },
    INGREDIENT_SUBSTITUTED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return IngredientEdits.substitute(script, random);
        }
    },
    INGREDIENT_ADDED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return IngredientEdits.add(script, random);
        }
    },
    INGREDIENT_REMOVED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return IngredientEdits.remove(script, random);
        }
    },
    PREPARATION_CHANGED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return IngredientEdits.preparation(script, random);
        }
    },
    STEP_ADDED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return StepEdits.add(script, random);
        }
    },
    STEP_REMOVED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return StepEdits.remove(script, random);
        }
    },
    STEP_MOVED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return StepEdits.move(script, random);
        }
    },
    STEP_SPLIT {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return StepEdits.split(script, random);
        }
    },
    STEP_MERGED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return StepEdits.merge(script, random);
        }
    },
    STEP_CHANGED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return StepEdits.action(script, random);
        }
    },
    TIME_CHANGED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return StepNumberEdits.time(script, random);
        }
    },
    TEMPERATURE_CHANGED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return StepNumberEdits.temperature(script, random);
        }
    },
    /// Not when the make is also rescaled: twice as many balls of twice the dough are no change.
    COUNT_CHANGED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return !rescaled && StepNumberEdits.count(script, random);
        }
    },
    YIELD_CHANGED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return HeaderEdits.servings(script, random);
        }
    },
    RATING_CHANGED {
        @Override
        boolean apply(EditScript script, boolean rescaled, RandomGenerator random) {
            return HeaderEdits.rating(script, random);
        }
    };

    /// @param rescaled whether the make is also made in another size
    /// @return false, and nothing is changed, when the recipe has no place for it
    abstract boolean apply(EditScript script, boolean rescaled, RandomGenerator random);
}
