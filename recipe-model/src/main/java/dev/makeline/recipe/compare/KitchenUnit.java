package dev.makeline.recipe.compare;

import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.quantity.UnitSpelling;
import java.util.Set;

/// Which units are one to a cook, however a document writes them.
final class KitchenUnit {

    private static final Set<String> PIECES =
            Set.of(
                    "unit", "units", "each", "ea", "whole", "piece", "pieces", "count", "ct",
                    "item", "items", "x", "no", "nr");

    private static final Set<String> SIZES =
            Set.of(
                    "small",
                    "medium",
                    "large",
                    "big",
                    "medium-size",
                    "medium-sized",
                    "extra-large",
                    "extra large",
                    "jumbo",
                    "large-size");

    private KitchenUnit() {}

    /// @param measurement as a document writes it
    static Unit of(String measurement) {
        String written = measurement.strip();
        if (written.isEmpty()) {
            return Unit.PIECE;
        }
        return UnitSpelling.of(written).map(KitchenUnit::of).orElseGet(() -> unknown(written));
    }

    /// The same unit, pieces of any name as [Unit#PIECE].
    static Unit of(Unit unit) {
        return switch (unit) {
            case Unit.Portion portion -> PIECES.contains(portion.name()) ? Unit.PIECE : portion;
            case Unit.Unknown unknown -> unknown(unknown.name());
            case Unit.Measure measure -> measure;
            case Unit.Degree degree -> degree;
        };
    }

    static Amount counted(Amount amount) {
        return new Amount(amount.low(), amount.high(), of(amount.unit()));
    }

    /// Whether the number alone tells the amount: pieces, of whatever size.
    static boolean isCount(Unit unit) {
        return unit.equals(Unit.PIECE)
                || (!(unit instanceof Unit.Measure) && SIZES.contains(unit.name()));
    }

    private static Unit unknown(String written) {
        String folded = Spelling.ofMeasurement(written);
        if (PIECES.contains(folded)) {
            return Unit.PIECE;
        }
        return SIZES.contains(folded) ? new Unit.Portion(folded) : new Unit.Unknown(folded);
    }
}
