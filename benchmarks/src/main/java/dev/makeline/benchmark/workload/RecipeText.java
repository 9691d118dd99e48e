package dev.makeline.benchmark.workload;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;

/// Originals that read like recipes: 8 to 12 ingredients, 5 to 8 steps.
final class RecipeText {

    static final List<String> FOODS =
            List.of(
                    "wheat flour",
                    "rye flour",
                    "white sugar",
                    "brown sugar",
                    "butter",
                    "whole milk",
                    "buttermilk",
                    "eggs",
                    "honey",
                    "sea salt",
                    "black pepper",
                    "baking powder",
                    "fresh yeast",
                    "olive oil",
                    "rapeseed oil",
                    "tomatoes",
                    "red onions",
                    "garlic",
                    "carrots",
                    "celery",
                    "leeks",
                    "apples",
                    "pears",
                    "lemon juice",
                    "almonds",
                    "walnuts",
                    "cinnamon",
                    "nutmeg",
                    "vanilla extract",
                    "dark chocolate",
                    "cream",
                    "crème fraîche",
                    "parmesan",
                    "basil",
                    "thyme");

    private static final List<String> DISHES =
            List.of("pie", "bread", "stew", "soup", "cake", "tart", "sauce", "gratin", "buns");

    private static final List<String> UNITS = List.of("g", "ml", "cup", "tbsp", "tsp", "kg");

    private static final List<String> STEPS =
            List.of(
                    "Heat the oven to %d degrees and butter a deep tin.",
                    "Mix the dry ingredients in a large bowl and make a well in the middle.",
                    "Stir in the liquid little by little and knead for %d minutes until smooth.",
                    "Cover and leave to rest in a warm place for %d minutes.",
                    "Chop everything finely and fry it gently in half of the fat for %d minutes.",
                    "Pour into the tin, level the top and sprinkle with what is left.",
                    "Bake for %d minutes, until a skewer comes out clean.",
                    "Simmer with the lid on for %d minutes, stirring now and then.",
                    "Season to taste, let it cool on a rack and serve the same day.");

    private RecipeText() {}

    static ObjectNode write(long recipeId, RandomGenerator random) {
        ObjectNode recipe = JsonNodeFactory.instance.objectNode();
        recipe.put("recipeName", "%s %s".formatted(one(FOODS, random), one(DISHES, random)));
        recipe.put("recipeId", recipeId);
        recipe.put("rating", random.nextInt(1, 6));
        ingredients(recipe.putArray("ingredients"), random);
        steps(recipe.putArray("steps"), random);
        return recipe;
    }

    static <T> T one(List<T> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static void ingredients(ArrayNode ingredients, RandomGenerator random) {
        int count = random.nextInt(8, 13);
        int first = random.nextInt(FOODS.size());
        for (int i = 0; i < count; i++) {
            ingredients
                    .addObject()
                    .put("ingredientId", i + 1)
                    .put("quantity", random.nextInt(1, 40) * 25)
                    .put("measurement", one(UNITS, random))
                    .put("ingredientName", FOODS.get((first + i) % FOODS.size()));
        }
    }

    private static void steps(ArrayNode steps, RandomGenerator random) {
        int count = random.nextInt(5, 9);
        for (int i = 0; i < count; i++) {
            String text = STEPS.get((i + 1) % STEPS.size());
            steps.addObject()
                    .put("stepId", i + 1)
                    .put("stepText", text.formatted(random.nextInt(2, 19) * 5));
        }
    }
}
