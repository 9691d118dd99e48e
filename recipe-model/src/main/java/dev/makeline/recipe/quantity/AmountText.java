package dev.makeline.recipe.quantity;

import java.math.BigInteger;
import java.util.Map;

/// Amounts as a cook reads them: `1 1/2 cups`, `100 g`, `350 °F`, `2–3 cloves`, `14`.
public final class AmountText {

    /// Spoons and cups go down to eighths; other fractions are told as decimals.
    private static final BigInteger SMALLEST_PART = BigInteger.valueOf(8);

    private static final int DECIMALS = 3;

    /// A temperature whose scale the text leaves open.
    private static final Unit OPEN_DEGREE = new Unit.Unknown("degree");

    private static final Map<Unit, String> SYMBOLS =
            Map.of(
                    Units.GRAM, "g",
                    Units.KILOGRAM, "kg",
                    Units.MILLIGRAM, "mg",
                    Units.MILLILITRE, "ml",
                    Units.CENTILITRE, "cl",
                    Units.DECILITRE, "dl",
                    Units.LITRE, "l",
                    Units.MILLIMETRE, "mm",
                    Units.CENTIMETRE, "cm");

    private AmountText() {}

    public static String of(Amount amount) {
        String number = number(amount);
        String unit = unit(amount.unit(), amount.high());
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /// The number alone, a range with a dash.
    public static String number(Amount amount) {
        return amount.isRange()
                ? number(amount.low(), amount.unit()) + "–" + number(amount.high(), amount.unit())
                : number(amount.low(), amount.unit());
    }

    static String number(Rational value, Unit unit) {
        if (unit instanceof Unit.Degree || SYMBOLS.containsKey(unit)) {
            return value.decimalText(DECIMALS);
        }
        return value.denominator().compareTo(SMALLEST_PART) <= 0
                ? value.toString()
                : value.decimalText(DECIMALS);
    }

    /// The unit's name or sign, in the plural where the number asks for it.
    public static String unit(Unit unit, Rational number) {
        return switch (unit) {
            case Unit.Degree degree -> sign(degree.scale());
            case Unit.Measure measure ->
                    SYMBOLS.getOrDefault(measure, plural(measure.name(), number));
            case Unit.Portion portion -> plural(portion.name(), number);
            case Unit.Unknown unknown ->
                    unknown.equals(OPEN_DEGREE) ? plural(unknown.name(), number) : unknown.name();
        };
    }

    private static String sign(TemperatureScale scale) {
        return switch (scale) {
            case CELSIUS -> "°C";
            case FAHRENHEIT -> "°F";
            case KELVIN -> "K";
            case GAS_MARK -> "gas mark";
        };
    }

    /// A word, in the plural where the number asks for it.
    public static String plural(String name, Rational number) {
        if (name.isEmpty() || number.compareTo(Rational.ONE) <= 0 || isSize(name)) {
            return name;
        }
        return switch (name) {
            case "foot" -> "feet";
            case "leaf" -> "leaves";
            case "loaf" -> "loaves";
            default ->
                    name.endsWith("ch") || name.endsWith("sh") || name.endsWith("x")
                            ? name + "es"
                            : name + "s";
        };
    }

    private static boolean isSize(String name) {
        return name.endsWith("large") || name.endsWith("small") || name.endsWith("medium");
    }
}
