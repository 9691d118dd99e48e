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
        return AmountPairs.of(recipe, make, amount -> amount).isSame()
                || (!batch.equals(Rational.ONE)
                        && AmountPairs.of(recipe, make, amount -> scaled(recipe.kind(), amount))
                                .isSame());
    }

    Magnitude magnitude(StepQuantity recipe, StepQuantity make) {
        AmountPairs.Pair pair =
                AmountPairs.of(recipe, make, amount -> scaled(recipe.kind(), amount)).different();
        return Magnitude.of(recipe.kind(), pair.recipe(), pair.make());
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
