package dev.makeline.benchmark.micro;

import dev.makeline.recipe.Comparison;
import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.RecipeComparison;
import dev.makeline.recipe.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// One make against its recipe: 10 ingredients, 8 steps.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ComparisonBenchmark {

    private final Recipe recipe = recipe(1, ingredients(1), steps());
    private final Recipe exact = recipe(1, ingredients(1), steps());
    private final Recipe doubled = recipe(2, ingredients(2), steps());
    private final Recipe changed = changed();

    @Benchmark
    public Comparison exactMake() {
        return RecipeComparison.compare(recipe, exact);
    }

    @Benchmark
    public Comparison doubledMake() {
        return RecipeComparison.compare(recipe, doubled);
    }

    @Benchmark
    public Comparison changedMake() {
        return RecipeComparison.compare(recipe, changed);
    }

    /// One ingredient substituted, one left out, one amount and two steps changed.
    private static Recipe changed() {
        List<Ingredient> ingredients = new ArrayList<>(ingredients(1));
        ingredients.set(2, ingredient(3, 75, "smoked paprika"));
        ingredients.set(5, ingredient(6, 20, "ingredient number 6"));
        ingredients.remove(8);
        List<Step> steps = new ArrayList<>(steps());
        steps.set(3, step(4, "Leave it overnight in the fridge instead."));
        steps.set(6, step(7, "Bake for half an hour, then turn the tin once."));
        return recipe(1, ingredients, steps);
    }

    private static Recipe recipe(int servings, List<Ingredient> ingredients, List<Step> steps) {
        return new Recipe(
                "Plum cake",
                Optional.of(BigDecimal.valueOf(4)),
                Optional.of(BigDecimal.valueOf(servings)),
                ingredients,
                steps);
    }

    private static List<Ingredient> ingredients(int batches) {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(id -> ingredient(id, 25L * id * batches, "ingredient number " + id))
                .toList();
    }

    private static Ingredient ingredient(long id, long quantity, String name) {
        return new Ingredient(OptionalLong.of(id), BigDecimal.valueOf(quantity), "g", name);
    }

    private static List<Step> steps() {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(id ->
                        step(id, "Step %d: stir well and wait for %d minutes.".formatted(id, id)))
                .toList();
    }

    private static Step step(long id, String text) {
        return new Step(OptionalLong.of(id), text);
    }
}
