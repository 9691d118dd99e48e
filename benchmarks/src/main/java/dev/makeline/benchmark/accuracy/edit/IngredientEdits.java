package dev.makeline.benchmark.accuracy.edit;

import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Measured;
import dev.makeline.benchmark.accuracy.draft.Foods;
import dev.makeline.benchmark.accuracy.draft.Foods.Food;
import dev.makeline.benchmark.accuracy.edit.EditScript.Part;
import dev.makeline.recipe.quantity.Rational;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Edits of ingredients, by the rules of [Edit].
final class IngredientEdits {

    private static final List<Rational> FACTORS =
            List.of(
                    Rational.of(1, 2),
                    Rational.of(3, 4),
                    Rational.of(5, 4),
                    Rational.of(3, 2),
                    Rational.of(2),
                    Rational.of(3));

    private static final Map<String, List<String>> OTHER_UNITS =
            Map.ofEntries(
                    Map.entry("tsp", List.of("tbsp", "cup")),
                    Map.entry("teaspoon", List.of("tablespoon")),
                    Map.entry("teaspoons", List.of("tablespoons")),
                    Map.entry("tbsp", List.of("tsp", "cup")),
                    Map.entry("tablespoon", List.of("teaspoon", "cup")),
                    Map.entry("tablespoons", List.of("teaspoons", "cups")),
                    Map.entry("cup", List.of("tbsp", "pint")),
                    Map.entry("cups", List.of("tbsp", "pints")),
                    Map.entry("oz", List.of("lb")),
                    Map.entry("ounces", List.of("pounds")),
                    Map.entry("lb", List.of("kg", "oz")),
                    Map.entry("pound", List.of("kg")),
                    Map.entry("pounds", List.of("kg")),
                    Map.entry("kg", List.of("lb")),
                    Map.entry("ml", List.of("cl")),
                    Map.entry("l", List.of("cup")));

    private IngredientEdits() {}

    static boolean quantity(EditScript script, RandomGenerator random) {
        return edit(
                script,
                measured -> true,
                measured -> Optional.of(otherQuantity(measured, random)),
                "quantity-changed",
                random);
    }

    static boolean unit(EditScript script, RandomGenerator random) {
        return edit(
                script,
                measured -> OTHER_UNITS.containsKey(measured.unit()),
                measured -> {
                    List<String> others = OTHER_UNITS.getOrDefault(measured.unit(), List.of());
                    String other = others.get(random.nextInt(others.size()));
                    return Optional.of(measured.of(measured.quantity(), other));
                },
                "unit-changed",
                random);
    }

    static boolean substitute(EditScript script, RandomGenerator random) {
        return edit(
                script,
                measured ->
                        Foods.of(measured.food()).isPresent()
                                && !Preparations.areIn(measured.food())
                                && !isAmbiguousToRemove(script, measured.food()),
                measured ->
                        substitute(script, measured, random)
                                .map(other -> measured.spelled(measured.unit(), other.name())),
                "ingredient-substituted",
                random);
    }

    static boolean preparation(EditScript script, RandomGenerator random) {
        return edit(
                script,
                measured ->
                        Foods.of(measured.food())
                                .filter(food -> !food.preparations().isEmpty())
                                .isPresent(),
                measured -> {
                    List<String> all = Foods.of(measured.food()).orElseThrow().preparations();
                    String other = all.get(random.nextInt(all.size()));
                    return Preparations.differ(
                                    other, measured.preparation() + " " + measured.food())
                            ? Optional.of(measured.prepared(other))
                            : Optional.empty();
                },
                "preparation-changed",
                random);
    }

    static boolean remove(EditScript script, RandomGenerator random) {
        OptionalInt at = place(script, _ -> true, random);
        if (at.isEmpty()
                || !script.mayEditIngredient()
                || isAmbiguousToRemove(
                        script, script.ingredients().get(at.getAsInt()).value().text())) {
            return false;
        }
        script.removeIngredient(at.getAsInt(), "ingredient-removed");
        return true;
    }

    static boolean add(EditScript script, RandomGenerator random) {
        Food food = Foods.ALL.get(random.nextInt(Foods.ALL.size()));
        Set<String> known =
                Stream.concat(
                                script.recipe().ingredients().stream(),
                                script.ingredients().stream().map(Part::value))
                        .flatMap(ingredient -> script.words(ingredient.text()).stream())
                        .collect(Collectors.toSet());
        if (!Collections.disjoint(known, script.words(food.name()))
                || gone(script)
                        .anyMatch(family -> family.isEmpty() || family.equals(food.family()))) {
            return false;
        }
        script.addIngredient(
                random.nextInt(script.ingredients().size() + 1),
                food.measured(random.nextInt(food.amounts().size())));
        return true;
    }

    /// The families of what was removed or substituted; an empty one where that is not known.
    private static Stream<String> gone(EditScript script) {
        Stream<Integer> substituted =
                script.expected().stream()
                        .filter(claim -> claim.kind().equals("ingredient-substituted"))
                        .map(claim ->
                                Integer.parseInt(claim.place().pointer().replaceAll("\\D", "")));
        return Stream.concat(script.removedIngredients().stream(), substituted)
                .map(index -> family(script.recipe().ingredients().get(index).text()));
    }

    private static boolean isAmbiguousToRemove(EditScript script, String food) {
        String family = family(food);
        return script.ingredients().stream()
                .filter(Part::isAdded)
                .anyMatch(added -> family.isEmpty() || family.equals(family(added.value().text())));
    }

    private static String family(String food) {
        return Foods.of(food).map(Food::family).orElse("");
    }

    private static Measured otherQuantity(Measured measured, RandomGenerator random) {
        Rational quantity = measured.quantity();
        Rational one = Rational.ONE;
        if (measured.unit().isEmpty()
                && quantity.isWhole()
                && quantity.compareTo(Rational.of(7)) < 0) {
            boolean more = quantity.equals(one) || random.nextBoolean();
            return measured.of(more ? quantity.plus(one) : quantity.minus(one), "");
        }
        return measured.times(FACTORS.get(random.nextInt(FACTORS.size())));
    }

    private static Optional<Food> substitute(
            EditScript script, Measured measured, RandomGenerator random) {
        Food food = Foods.of(measured.food()).orElseThrow();
        Set<String> known =
                Stream.concat(
                                script.recipe().ingredients().stream(),
                                script.ingredients().stream().map(Part::value))
                        .flatMap(ingredient -> script.words(ingredient.text()).stream())
                        .collect(Collectors.toSet());
        List<Food> others =
                Foods.ALL.stream()
                        .filter(other -> other.family().equals(food.family()))
                        .filter(other -> Collections.disjoint(known, script.words(other.name())))
                        .filter(other -> !measured.unit().isEmpty() || other.isCounted())
                        .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(others.get(random.nextInt(others.size())));
    }

    private static boolean edit(
            EditScript script,
            Predicate<Measured> fits,
            Function<Measured, Optional<Measured>> change,
            String kind,
            RandomGenerator random) {
        OptionalInt at = place(script, fits, random);
        if (at.isEmpty() || !script.mayEditIngredient()) {
            return false;
        }
        Optional<Measured> other = change.apply(measured(script, at.getAsInt()));
        other.ifPresent(changed -> script.editIngredient(at.getAsInt(), changed, kind));
        return other.isPresent();
    }

    private static OptionalInt place(
            EditScript script, Predicate<Measured> fits, RandomGenerator random) {
        int[] places =
                IntStream.range(0, script.ingredients().size())
                        .filter(at -> !script.ingredients().get(at).edited())
                        .filter(at ->
                                script.ingredients().get(at).value() instanceof Measured measured
                                        && fits.test(measured)
                                        && isAlone(script, at))
                        .toArray();
        return places.length == 0
                ? OptionalInt.empty()
                : OptionalInt.of(places[random.nextInt(places.length)]);
    }

    /// Of two lines with the same food nobody can say which was changed.
    private static boolean isAlone(EditScript script, int at) {
        Set<String> words = script.words(script.ingredients().get(at).value().text());
        String food = script.ingredients().get(at).value().text();
        return script.recipe().ingredients().stream()
                        .filter(other ->
                                script.words(other.text()).containsAll(words)
                                        || sameFood(other.text(), food))
                        .count()
                <= 1;
    }

    private static boolean sameFood(String one, String other) {
        return Foods.of(one).isPresent() && Foods.of(one).equals(Foods.of(other));
    }

    private static Measured measured(EditScript script, int at) {
        return (Measured) script.ingredients().get(at).value();
    }
}
