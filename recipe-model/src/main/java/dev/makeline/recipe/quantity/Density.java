package dev.makeline.recipe.quantity;

import java.util.Optional;

/// What one food weighs by volume.
///
/// @param gramsPerMillilitre more than 0
/// @param source where the figure is from, for people to judge
public record Density(Rational gramsPerMillilitre, String source) {

    public Density {
        if (gramsPerMillilitre.signum() <= 0) {
            throw new IllegalArgumentException("A density is above 0; got " + gramsPerMillilitre);
        }
    }

    /// A volume as mass or a mass as volume; empty for other amounts and other targets.
    public Optional<Amount> convert(Amount amount, Unit target) {
        if (!(amount.unit() instanceof Unit.Measure from) || !(target instanceof Unit.Measure to)) {
            return Optional.empty();
        }
        if (from.dimension() == Dimension.VOLUME && to.dimension() == Dimension.MASS) {
            return amount.in(Units.MILLILITRE)
                    .map(volume -> withUnit(volume.times(gramsPerMillilitre), Units.GRAM))
                    .flatMap(mass -> mass.in(target));
        }
        if (from.dimension() == Dimension.MASS && to.dimension() == Dimension.VOLUME) {
            Rational millilitresPerGram = Rational.ONE.dividedBy(gramsPerMillilitre);
            return amount.in(Units.GRAM)
                    .map(mass -> withUnit(mass.times(millilitresPerGram), Units.MILLILITRE))
                    .flatMap(volume -> volume.in(target));
        }
        return Optional.empty();
    }

    private static Amount withUnit(Amount amount, Unit unit) {
        return new Amount(amount.low(), amount.high(), unit);
    }
}
