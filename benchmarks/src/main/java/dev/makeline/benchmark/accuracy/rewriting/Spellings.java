package dev.makeline.benchmark.accuracy.rewriting;

import dev.makeline.benchmark.accuracy.draft.Draft;
import dev.makeline.benchmark.accuracy.draft.DraftIngredient;
import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Measured;
import dev.makeline.benchmark.accuracy.draft.Foods;
import dev.makeline.recipe.quantity.UnitSpelling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Spells units and foods otherwise, and lists ingredients in another order.
final class Spellings {

    private static final List<List<String>> UNITS =
            List.of(
                    List.of(
                            "tbsp",
                            "TBS",
                            "Tbsp",
                            "Tbsp.",
                            "tbsp.",
                            "tablespoon",
                            "tablespoons",
                            "Tablespoons",
                            "T",
                            "tbs",
                            "TBSP"),
                    List.of("tsp", "tsp.", "teaspoon", "teaspoons", "Teaspoon", "t", "TSP"),
                    List.of("cup", "cups", "Cup", "c", "c.", "CUPS"),
                    List.of("g", "gram", "grams", "gr", "Grams", "g."),
                    List.of("kg", "kilo", "kilogram", "kilograms", "Kg"),
                    List.of("ml", "mL", "milliliters", "millilitres", "ML"),
                    List.of("l", "liter", "liters", "litre", "L"),
                    List.of("dl", "deciliter", "dL"),
                    List.of("oz", "oz.", "ounce", "ounces", "Ounces", "OZ"),
                    List.of("lb", "lbs", "lb.", "pound", "pounds", "Lbs"),
                    List.of("fl oz", "fluid ounce", "fluid ounces", "fl. oz."),
                    List.of("clove", "cloves", "Cloves"),
                    List.of("can", "cans"),
                    List.of("pinch", "pinches"),
                    List.of("sprig", "sprigs"),
                    List.of("stalk", "stalks"),
                    List.of("slice", "slices"),
                    List.of("quart", "quarts", "qt"),
                    List.of("pint", "pints", "pt"));

    private static final Map<String, List<String>> BY_SPELLING = bySpelling();

    private Spellings() {}

    static Draft reordered(Draft draft, RandomGenerator random) {
        List<DraftIngredient> others = new ArrayList<>(draft.ingredients());
        Collections.shuffle(others, Random.from(random));
        return draft.withIngredients(others);
    }

    static Draft respelled(Draft draft, RandomGenerator random) {
        List<DraftIngredient> others = new ArrayList<>();
        for (DraftIngredient ingredient : draft.ingredients()) {
            others.add(
                    ingredient instanceof Measured measured
                            ? measured.spelled(
                                    unit(measured.unit(), random), food(measured.food(), random))
                            : ingredient);
        }
        return draft.withIngredients(others);
    }

    private static String unit(String unit, RandomGenerator random) {
        List<String> spellings = BY_SPELLING.getOrDefault(unit, List.of(unit));
        return spellings.get(random.nextInt(spellings.size()));
    }

    private static String food(String food, RandomGenerator random) {
        return switch (random.nextInt(7)) {
            case 0 -> food.toUpperCase(Locale.ROOT);
            case 1 -> food.substring(0, 1).toUpperCase(Locale.ROOT) + food.substring(1);
            case 2, 3 -> otherNumber(food);
            case 4 -> joined(food);
            default -> food;
        };
    }

    /// "onion" for "onions" and the other way round, of listed foods that are counted.
    private static String otherNumber(String food) {
        boolean counted =
                Foods.of(food)
                        .filter(known -> known.name().endsWith("s") && known.isCounted())
                        .isPresent();
        if (!counted) {
            return food;
        }
        if (!food.endsWith("s")) {
            return food + (food.endsWith("o") ? "es" : "s");
        }
        if (food.endsWith("oes")) {
            return food.substring(0, food.length() - 2);
        }
        return food.endsWith("ies")
                ? food.substring(0, food.length() - 3) + "y"
                : food.substring(0, food.length() - 1);
    }

    /// "pieCrust" for "pie crust"; not of what was done to a food, nor of what it is counted in.
    private static String joined(String food) {
        String[] words = food.split(" ", -1);
        boolean plain =
                words.length == 2
                        && food.matches("[a-z]+ [a-z]+")
                        && !words[0].endsWith("ed")
                        && UnitSpelling.of(words[1]).isEmpty();
        if (!plain) {
            return food;
        }
        return words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }

    private static Map<String, List<String>> bySpelling() {
        Map<String, List<String>> bySpelling = new HashMap<>();
        UNITS.forEach(spellings -> spellings.forEach(one -> bySpelling.put(one, spellings)));
        return bySpelling;
    }
}
