package dev.makeline.recipe.quantity;

/// Scales of kitchen temperatures, converted exactly through Celsius.
public enum TemperatureScale {
    CELSIUS("degree Celsius"),
    FAHRENHEIT("degree Fahrenheit"),
    KELVIN("kelvin"),
    /// British ovens: mark 1 is 275 °F and each mark 25 °F more; below it stand ½ (250 °F) and ¼
    /// (225 °F) alone.
    GAS_MARK("gas mark");

    private static final Rational FREEZING_FAHRENHEIT = Rational.of(32);
    private static final Rational CELSIUS_PER_FAHRENHEIT = Rational.of(5, 9);
    private static final Rational FREEZING_KELVIN = Rational.of(27315, 100);
    private static final Rational MARK_STEP = Rational.of(25);
    private static final Rational MARK_ZERO_FAHRENHEIT = Rational.of(250);
    private static final Rational HALF_MARK = Rational.of(1, 2);
    private static final Rational QUARTER_MARK = Rational.of(1, 4);
    private static final Rational QUARTER_MARK_FAHRENHEIT = Rational.of(225);

    private final String unitName;

    TemperatureScale(String unitName) {
        this.unitName = unitName;
    }

    String unitName() {
        return unitName;
    }

    /// As it is said after "in": `degrees Celsius`, `gas marks`.
    public String inWords() {
        return switch (this) {
            case CELSIUS -> "degrees Celsius";
            case FAHRENHEIT -> "degrees Fahrenheit";
            case KELVIN -> "kelvins";
            case GAS_MARK -> "gas marks";
        };
    }

    /// The same temperature in degrees Celsius.
    public Rational toCelsius(Rational degrees) {
        return switch (this) {
            case CELSIUS -> degrees;
            case FAHRENHEIT -> fromFahrenheit(degrees);
            case KELVIN -> degrees.minus(FREEZING_KELVIN);
            case GAS_MARK -> fromFahrenheit(fahrenheitOfMark(degrees));
        };
    }

    /// A temperature in degrees Celsius, on this scale. Gas marks below 1 are the two that exist.
    public Rational fromCelsius(Rational celsius) {
        return switch (this) {
            case CELSIUS -> celsius;
            case FAHRENHEIT -> toFahrenheit(celsius);
            case KELVIN -> celsius.plus(FREEZING_KELVIN);
            case GAS_MARK -> markOfFahrenheit(toFahrenheit(celsius));
        };
    }

    private static Rational fromFahrenheit(Rational fahrenheit) {
        return fahrenheit.minus(FREEZING_FAHRENHEIT).times(CELSIUS_PER_FAHRENHEIT);
    }

    private static Rational toFahrenheit(Rational celsius) {
        return celsius.dividedBy(CELSIUS_PER_FAHRENHEIT).plus(FREEZING_FAHRENHEIT);
    }

    private static Rational fahrenheitOfMark(Rational mark) {
        if (mark.equals(HALF_MARK)) {
            return MARK_ZERO_FAHRENHEIT;
        }
        return mark.equals(QUARTER_MARK)
                ? QUARTER_MARK_FAHRENHEIT
                : mark.times(MARK_STEP).plus(MARK_ZERO_FAHRENHEIT);
    }

    private static Rational markOfFahrenheit(Rational fahrenheit) {
        if (fahrenheit.equals(MARK_ZERO_FAHRENHEIT)) {
            return HALF_MARK;
        }
        return fahrenheit.equals(QUARTER_MARK_FAHRENHEIT)
                ? QUARTER_MARK
                : fahrenheit.minus(MARK_ZERO_FAHRENHEIT).dividedBy(MARK_STEP);
    }
}
