package dev.makeline.benchmark.workload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Recipes and makes of 1 to 2 KiB, each a function of the seed and its number alone, so that a run
/// can be repeated and files need not be kept. Thread-safe.
public final class Workload {

    /// Above whatever else an instance may hold by habit.
    private static final long FIRST_RECIPE_ID = 700_001;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final long seed;
    private final List<ObjectNode> recipes;

    public Workload(long seed, int recipes) {
        this.seed = seed;
        this.recipes =
                IntStream.range(0, recipes)
                        .mapToObj(number ->
                                RecipeText.write(FIRST_RECIPE_ID + number, random(-1 - number)))
                        .toList();
    }

    public List<Long> recipeIds() {
        return LongStream.range(FIRST_RECIPE_ID, FIRST_RECIPE_ID + recipes.size()).boxed().toList();
    }

    public List<DroppedFile> recipes() {
        return recipes.stream()
                .map(recipe ->
                        new DroppedFile(
                                "recipes/bench-%s.json".formatted(recipe.get("recipeId")),
                                text(recipe)))
                .toList();
    }

    /// The make of this number: two in five exact, one in five scaled, two in five changed.
    public DroppedFile make(int number) {
        RandomGenerator random = random(number);
        ObjectNode recipe = recipes.get(random.nextInt(recipes.size()));
        ObjectNode make = MakeVariation.choose(random).apply(recipe.deepCopy(), random);
        make.put("madeBy", "Kitchen " + (1 + number % 12));
        make.put("madeAt", "2026-03-%02dT%02d:15:00Z".formatted(1 + number % 28, number % 24));
        make.put("notes", "Batch " + number);
        return new DroppedFile(makeKey(number), text(make));
    }

    public static String makeKey(int number) {
        return "makes/bench/%07d.json".formatted(number);
    }

    private RandomGenerator random(long number) {
        // The multiplier spreads neighbouring numbers over the seeds (SplitMix64's constant).
        return RandomGeneratorFactory.of("L64X128MixRandom")
                .create(seed ^ (number * 0x9E3779B97F4A7C15L));
    }

    private static String text(ObjectNode document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON nodes can always be written", e);
        }
    }
}
