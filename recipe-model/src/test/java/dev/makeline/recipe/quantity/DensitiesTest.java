package dev.makeline.recipe.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DensitiesTest {

    @Test
    void volumeBecomesMassOfAKnownFoodAlone() {
        Density flour = Densities.of("All-purpose flour").orElseThrow();

        assertThat(flour.convert(amount(2, Units.CUP), Units.GRAM))
                .contains(amount(250, Units.GRAM));
        assertThat(flour.convert(amount(250, Units.GRAM), Units.CUP))
                .contains(amount(2, Units.CUP));
        assertThat(flour.convert(amount(2, new Unit.Portion("clove")), Units.GRAM)).isEmpty();
        assertThat(flour.convert(amount(2, Units.CUP), Units.FAHRENHEIT)).isEmpty();
    }

    @Test
    void eachDensityNamesItsSource() {
        assertThat(Densities.of("honey").orElseThrow().source())
                .isEqualTo(
                        "USDA National Nutrient Database for Standard Reference (public domain),"
                                + " NDB 19296: 1 cup weighs 339 g");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rose water",
                "watermelon",
                "coconut water",
                "wine",
                "",
                "🍯",
                "flour tortillas"
            })
    void foodThatTheTableDoesNotNameHasNoDensity(String food) {
        assertThat(Densities.of(food)).isEmpty();
    }

    @Test
    void waterHasItsOwnDensity() {
        Density water = Densities.of("Lukewarm water").orElseThrow();

        assertThat(water.convert(amount(1, Units.CUP), Units.GRAM))
                .contains(amount(237, Units.GRAM));
    }

    @Test
    void stickOfButterIsHalfACup() {
        Amount stick = amount(1, new Unit.Portion("stick"));

        assertThat(ButterStick.inTablespoons(stick, "Unsalted butter").orElseThrow())
                .matches(amount(8, Units.TABLESPOON)::isExactly);
        assertThat(ButterStick.inTablespoons(stick, "cinnamon")).isEmpty();
        assertThat(ButterStick.inTablespoons(amount(1, Units.CUP), "butter")).isEmpty();
    }

    private static Amount amount(long value, Unit unit) {
        return Amount.of(Rational.of(value), unit);
    }
}
