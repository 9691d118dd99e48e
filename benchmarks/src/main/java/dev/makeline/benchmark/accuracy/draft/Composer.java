package dev.makeline.benchmark.accuracy.draft;

import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Measured;
import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Verbatim;
import dev.makeline.benchmark.accuracy.draft.Foods.Food;
import dev.makeline.benchmark.accuracy.words.WordFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Composes recipes of 6 to 12 ingredients and 5 to 9 steps from the project's own lists; no two
/// steps of a recipe are alike. The same random numbers give the same recipe.
public final class Composer {

    private record Template(String phase, String text) {}

    private static final List<Template> TEMPLATES =
            WordFile.lines(Composer.class, "steps.txt").stream()
                    .map(line -> line.split("\\|", 2))
                    .map(columns -> new Template(columns[0].strip(), columns[1].strip()))
                    .toList();

    private static final List<String> PHASES =
            List.of("prepare", "mix", "rest", "shape", "cook", "finish");

    private static final List<String> DISHES =
            List.of("Pie", "Bread", "Stew", "Soup", "Cake", "Tart", "Salad", "Gratin", "Buns");

    private static final List<String> UNMEASURED =
            List.of(
                    "oil for frying",
                    "fresh mint for serving",
                    "ice cubes",
                    "crusty bread to serve");

    private static final int MOST_OF_PHASE = 3;

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    private static final List<Integer> MINUTES = List.of(5, 8, 10, 12, 15, 20, 25, 30, 45, 60, 90);

    private static final List<Integer> FAHRENHEIT = List.of(325, 350, 375, 400, 425, 450);

    private final RandomGenerator random;

    public Composer(RandomGenerator random) {
        this.random = random;
    }

    public Draft compose() {
        List<Food> foods = foods();
        List<DraftIngredient> ingredients = new ArrayList<>();
        foods.forEach(food -> ingredients.add(ingredient(food)));
        if (random.nextInt(4) == 0) {
            ingredients.add(new Verbatim(one(UNMEASURED)));
        }
        return new Draft(
                foods.getFirst().name() + " " + one(DISHES),
                random.nextBoolean()
                        ? OptionalInt.of(2 * random.nextInt(1, 7))
                        : OptionalInt.empty(),
                random.nextBoolean() ? OptionalInt.of(random.nextInt(1, 6)) : OptionalInt.empty(),
                ingredients,
                steps(foods));
    }

    private List<Food> foods() {
        int count = random.nextInt(6, 13);
        Set<Food> chosen = new LinkedHashSet<>();
        while (chosen.size() < count) {
            chosen.add(one(Foods.ALL));
        }
        return List.copyOf(chosen);
    }

    private Measured ingredient(Food food) {
        Measured plain = food.measured(random.nextInt(food.amounts().size()));
        return food.preparations().isEmpty() || random.nextBoolean()
                ? plain
                : plain.prepared(one(food.preparations()));
    }

    private List<String> steps(List<Food> foods) {
        int count = random.nextInt(5, 10);
        List<Template> shuffled = new ArrayList<>(TEMPLATES);
        Collections.shuffle(shuffled, Random.from(random));
        List<Template> chosen = new ArrayList<>();
        for (Template template : shuffled) {
            long alike =
                    chosen.stream().filter(other -> other.phase().equals(template.phase())).count();
            if (chosen.size() < count && alike < MOST_OF_PHASE) {
                chosen.add(template);
            }
        }
        return chosen.stream()
                .sorted(Comparator.comparingInt(template -> PHASES.indexOf(template.phase())))
                .map(template -> filled(template.text(), foods))
                .toList();
    }

    private String filled(String template, List<Food> foods) {
        return SLOT.matcher(template).replaceAll(slot -> value(slot.group(1), foods));
    }

    private String value(String slot, List<Food> foods) {
        return switch (slot) {
            case "food" -> one(foods).name();
            case "minutes" -> Integer.toString(one(MINUTES));
            case "hours" -> Integer.toString(random.nextInt(2, 9));
            case "oven" -> one(FAHRENHEIT) + one(List.of("°F", " °F", " degrees F"));
            case "count" -> Integer.toString(random.nextInt(2, 9) * 2);
            case "spoons" -> Integer.toString(random.nextInt(2, 5));
            case "range" -> {
                int low = random.nextInt(2, 20);
                yield low + "-" + (low + random.nextInt(1, 6));
            }
            default -> throw new IllegalStateException("No step has a slot called " + slot);
        };
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
