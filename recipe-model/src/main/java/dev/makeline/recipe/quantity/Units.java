package dev.makeline.recipe.quantity;

import static dev.makeline.recipe.quantity.Dimension.COUNT;
import static dev.makeline.recipe.quantity.Dimension.LENGTH;
import static dev.makeline.recipe.quantity.Dimension.MASS;
import static dev.makeline.recipe.quantity.Dimension.TIME;
import static dev.makeline.recipe.quantity.Dimension.VOLUME;

import dev.makeline.recipe.quantity.Unit.Degree;
import dev.makeline.recipe.quantity.Unit.Measure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The kitchen units with a fixed size. Factors are definitions, not roundings: the US gallon is
/// 231 cubic inches of 2.54 cm, the imperial gallon 4.54609 l (Weights and Measures Act 1985), the
/// pound 453.59237 g (international agreement of 1959). A cup or spoon without a country is the US
/// customary one.
public final class Units {

    private static final Rational INCH_MILLIMETRES = Rational.of(254, 10);
    private static final Rational US_GALLON_ML = Rational.of(3785411784L, 1_000_000);
    private static final Rational IMPERIAL_GALLON_ML = Rational.of(454609, 100);
    private static final Rational POUND_GRAMS = Rational.of(45359237, 100_000);

    public static final Unit MILLILITRE = measure("milliliter", VOLUME, Rational.ONE);
    public static final Unit CENTILITRE = measure("centiliter", VOLUME, Rational.of(10));
    public static final Unit DECILITRE = measure("deciliter", VOLUME, Rational.of(100));
    public static final Unit LITRE = measure("liter", VOLUME, Rational.of(1000));

    public static final Unit GALLON = usVolume("gallon", 1);
    public static final Unit QUART = usVolume("quart", 4);
    public static final Unit PINT = usVolume("pint", 8);
    public static final Unit CUP = usVolume("cup", 16);
    public static final Unit GILL = usVolume("gill", 32);
    public static final Unit FLUID_OUNCE = usVolume("fluid ounce", 128);
    public static final Unit TABLESPOON = usVolume("tablespoon", 256);
    public static final Unit DESSERTSPOON = usVolume("dessertspoon", 384);
    public static final Unit TEASPOON = usVolume("teaspoon", 768);

    /// A spirits measure of one and a half US fluid ounces.
    public static final Unit JIGGER =
            measure("jigger", VOLUME, US_GALLON_ML.times(Rational.of(3, 256)));

    /// A US bottle of wine or spirits, a fifth of a gallon.
    public static final Unit FIFTH = usVolume("fifth", 5);

    public static final Unit IMPERIAL_GALLON = imperialVolume("imperial gallon", 1);
    public static final Unit IMPERIAL_QUART = imperialVolume("imperial quart", 4);
    public static final Unit IMPERIAL_PINT = imperialVolume("imperial pint", 8);
    public static final Unit IMPERIAL_CUP = imperialVolume("imperial cup", 16);
    public static final Unit IMPERIAL_GILL = imperialVolume("imperial gill", 32);
    public static final Unit IMPERIAL_FLUID_OUNCE = imperialVolume("imperial fluid ounce", 160);

    public static final Unit METRIC_CUP = measure("metric cup", VOLUME, Rational.of(250));
    public static final Unit METRIC_TABLESPOON =
            measure("metric tablespoon", VOLUME, Rational.of(15));
    public static final Unit METRIC_TEASPOON = measure("metric teaspoon", VOLUME, Rational.of(5));
    public static final Unit AUSTRALIAN_TABLESPOON =
            measure("australian tablespoon", VOLUME, Rational.of(20));

    public static final Unit MILLIGRAM = measure("milligram", MASS, Rational.of(1, 1000));
    public static final Unit GRAM = measure("gram", MASS, Rational.ONE);
    public static final Unit DECAGRAM = measure("decagram", MASS, Rational.of(10));
    public static final Unit KILOGRAM = measure("kilogram", MASS, Rational.of(1000));

    /// The German and Austrian household pound.
    public static final Unit METRIC_POUND = measure("metric pound", MASS, Rational.of(500));

    public static final Unit POUND = measure("pound", MASS, POUND_GRAMS);
    public static final Unit OUNCE = measure("ounce", MASS, POUND_GRAMS.times(Rational.of(1, 16)));
    public static final Unit STONE = measure("stone", MASS, POUND_GRAMS.times(Rational.of(14)));

    public static final Unit MILLIMETRE = measure("millimeter", LENGTH, Rational.ONE);
    public static final Unit CENTIMETRE = measure("centimeter", LENGTH, Rational.of(10));
    public static final Unit INCH = measure("inch", LENGTH, INCH_MILLIMETRES);
    public static final Unit FOOT =
            measure("foot", LENGTH, INCH_MILLIMETRES.times(Rational.of(12)));

    public static final Unit SECOND = measure("second", TIME, Rational.ONE);
    public static final Unit MINUTE = measure("minute", TIME, Rational.of(60));
    public static final Unit HOUR = measure("hour", TIME, Rational.of(3600));
    public static final Unit DAY = measure("day", TIME, Rational.of(86_400));
    public static final Unit WEEK = measure("week", TIME, Rational.of(604_800));

    public static final Unit DOZEN = measure("dozen", COUNT, Rational.of(12));

    public static final Unit CELSIUS = new Degree(TemperatureScale.CELSIUS);
    public static final Unit FAHRENHEIT = new Degree(TemperatureScale.FAHRENHEIT);
    public static final Unit KELVIN = new Degree(TemperatureScale.KELVIN);
    public static final Unit GAS_MARK = new Degree(TemperatureScale.GAS_MARK);

    /// All of them, for tables by name.
    public static final List<Unit> ALL =
            List.of(
                    MILLILITRE,
                    CENTILITRE,
                    DECILITRE,
                    LITRE,
                    GALLON,
                    QUART,
                    PINT,
                    CUP,
                    GILL,
                    FLUID_OUNCE,
                    TABLESPOON,
                    DESSERTSPOON,
                    TEASPOON,
                    JIGGER,
                    FIFTH,
                    IMPERIAL_GALLON,
                    IMPERIAL_QUART,
                    IMPERIAL_PINT,
                    IMPERIAL_CUP,
                    IMPERIAL_GILL,
                    IMPERIAL_FLUID_OUNCE,
                    METRIC_CUP,
                    METRIC_TABLESPOON,
                    METRIC_TEASPOON,
                    AUSTRALIAN_TABLESPOON,
                    MILLIGRAM,
                    GRAM,
                    DECAGRAM,
                    KILOGRAM,
                    METRIC_POUND,
                    POUND,
                    OUNCE,
                    STONE,
                    MILLIMETRE,
                    CENTIMETRE,
                    INCH,
                    FOOT,
                    SECOND,
                    MINUTE,
                    HOUR,
                    DAY,
                    WEEK,
                    DOZEN,
                    CELSIUS,
                    FAHRENHEIT,
                    KELVIN,
                    GAS_MARK);

    private static final Map<Unit, Unit> IMPERIAL =
            Map.of(
                    GALLON, IMPERIAL_GALLON,
                    QUART, IMPERIAL_QUART,
                    PINT, IMPERIAL_PINT,
                    CUP, IMPERIAL_CUP,
                    GILL, IMPERIAL_GILL,
                    FLUID_OUNCE, IMPERIAL_FLUID_OUNCE);

    private static final Set<Unit> METRIC =
            Set.of(MILLILITRE, CENTILITRE, DECILITRE, LITRE, MILLIGRAM, GRAM, DECAGRAM, KILOGRAM);

    private Units() {}

    /// The imperial unit of the same name, for those that another country's recipe may mean: a pint
    /// is 473 ml in the US and 568 ml in Britain.
    public static Optional<Unit> imperialOf(Unit us) {
        return Optional.ofNullable(IMPERIAL.get(us));
    }

    /// Whether it is a litre or a gram, or a decimal part or multiple of one.
    public static boolean isMetric(Unit unit) {
        return METRIC.contains(unit);
    }

    private static Unit usVolume(String name, long partsOfGallon) {
        return measure(name, VOLUME, US_GALLON_ML.times(Rational.of(1, partsOfGallon)));
    }

    private static Unit imperialVolume(String name, long partsOfGallon) {
        return measure(name, VOLUME, IMPERIAL_GALLON_ML.times(Rational.of(1, partsOfGallon)));
    }

    private static Unit measure(String name, Dimension dimension, Rational factor) {
        return new Measure(name, dimension, factor);
    }
}
