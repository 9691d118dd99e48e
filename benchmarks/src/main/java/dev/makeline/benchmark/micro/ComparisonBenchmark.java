package dev.makeline.benchmark.micro;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Step;
import dev.makeline.recipe.compare.Comparison;
import dev.makeline.recipe.compare.RecipeComparison;
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

/// One make against its recipe: 10 ingredients, 8 steps. Once also the largest that a document may
/// plausibly hold, 1,000 and 1,000, where what grows with their square shows.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ComparisonBenchmark {

    private static final int LARGE = 1_000;

    private static final List<String> FOODS =
            List.of(
                    "flour",
                    "butter",
                    "plums",
                    "sugar",
                    "milk",
                    "almonds",
                    "cinnamon",
                    "honey",
                    "salt",
                    "lemon juice");

    private static final List<String> STEPS =
            List.of(
                    "Preheat the oven to 350 °F and butter a 9-inch tin.",
                    "Rub the butter into the flour until it looks like sand.",
                    "Stir in the milk and knead for 10 minutes.",
                    "Cover and leave to rise in a warm place for 1 hour.",
                    "Roll out the dough and lay it in the tin.",
                    "Arrange the plums on top, cut side up.",
                    "Bake for 40 minutes, until the edges are brown.",
                    "Dust with sugar and let cool on a rack before serving.");

    private static final List<String> REWORDED_STEPS =
            List.of(
                    "Heat the oven to 175 °C; grease a tin of 23 cm.",
                    "With your fingers, work the flour and the butter into fine crumbs.",
                    "Pour in the milk, then knead the dough 10 minutes.",
                    "Let it rise under a cloth somewhere warm for 60 minutes.",
                    "Line the tin with the rolled-out dough.",
                    "Top with the plums, their cut sides facing up.",
                    "Put it into the oven for 40 minutes until browned around the rim.",
                    "Once it has cooled on a rack, sprinkle sugar over it and serve.");

    private final Recipe recipe = recipe(4, ingredients(1), steps(STEPS));
    private final Recipe identical = recipe(4, ingredients(1), steps(STEPS));
    private final Recipe scaled = recipe(8, ingredients(2), steps(STEPS));
    private final Recipe edited = edited();
    private final Recipe reworded = recipe(4, ingredients(1), steps(REWORDED_STEPS));
    private final Recipe large = large(0);
    private final Recipe largeMake = large(1);

    @Benchmark
    public Comparison identicalMake() {
        return RecipeComparison.compare(recipe, identical);
    }

    @Benchmark
    public Comparison scaledMake() {
        return RecipeComparison.compare(recipe, scaled);
    }

    /// One ingredient substituted, one amount and one time changed.
    @Benchmark
    public Comparison editedMake() {
        return RecipeComparison.compare(recipe, edited);
    }

    /// Every step said in other words.
    @Benchmark
    public Comparison rewordedMake() {
        return RecipeComparison.compare(recipe, reworded);
    }

    /// 1,000 ingredients and 1,000 steps, every tenth of them changed.
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Comparison largeMake() {
        return RecipeComparison.compare(large, largeMake);
    }

    private static Recipe edited() {
        List<Ingredient> ingredients = new ArrayList<>(ingredients(1));
        ingredients.set(2, ingredient(3, 75, "pears"));
        ingredients.set(5, ingredient(6, 20, "almonds"));
        List<String> steps = new ArrayList<>(STEPS);
        steps.set(6, "Bake for 60 minutes, until the edges are brown.");
        return recipe(4, ingredients, steps(steps));
    }

    /// @param edition makes with another number differ in every tenth ingredient and step
    private static Recipe large(int edition) {
        List<Ingredient> ingredients = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < LARGE; i++) {
            int own = i % 10 == 0 ? edition : 0;
            String food = FOODS.get(i % FOODS.size()) + " number " + i;
            ingredients.add(ingredient(i + 1, 100L + 50L * own, food));
            steps.add(
                    "%s Take %s for %d minutes."
                            .formatted(STEPS.get(i % STEPS.size()), food, 5 + 20 * own));
        }
        return recipe(4, ingredients, steps(steps));
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
        return IntStream.range(0, FOODS.size())
                .mapToObj(i -> ingredient(i + 1L, 25L * (i + 1) * batches, FOODS.get(i)))
                .toList();
    }

    private static Ingredient ingredient(long id, long quantity, String name) {
        return new Ingredient(OptionalLong.of(id), BigDecimal.valueOf(quantity), "g", name);
    }

    private static List<Step> steps(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new Step(OptionalLong.of(i + 1L), texts.get(i)))
                .toList();
    }
}
