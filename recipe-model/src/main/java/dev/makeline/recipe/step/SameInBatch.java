package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Rational;

/// Whether two quantities are the same in a make of another size. Amounts and counts may be scaled
/// or be left as they are, since people do not always rewrite them; times, temperatures and lengths
/// do not scale, nor does how often something is done.
///
/// @param batch the make's size as a multiple of the recipe's; more than 0
record SameInBatch(Rational batch) {

    SameInBatch {
        if (batch.signum() <= 0) {
            throw new IllegalArgumentException("A batch factor is more than 0; got " + batch);
        }
    }

    boolean isSame(StepQuantity recipe, StepQuantity make) {
        for (Amount own : recipe.amounts()) {
            for (Amount made : make.amounts()) {
                if (CooksRounding.same(recipe.kind(), own, made)
                        || CooksRounding.same(recipe.kind(), scaled(recipe.kind(), own), made)) {
                    return true;
                }
            }
        }
        return false;
    }

    Magnitude magnitude(StepQuantity recipe, StepQuantity make) {
        return Magnitude.of(recipe.kind(), scaled(recipe.kind(), recipe.amount()), make.amount());
    }

    private Amount scaled(QuantityKind kind, Amount amount) {
        boolean scales =
                switch (kind) {
                    case AMOUNT -> true;
                    case COUNT -> !amount.unit().equals(UnitAfter.TIMES);
                    case TIME, TEMPERATURE, LENGTH -> false;
                };
        return scales ? amount.times(batch) : amount;
    }
}
