package dev.makeline.benchmark.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.random.RandomGenerator;

/// How a make departs from its recipe.
enum MakeVariation {
    EXACT {
        @Override
        ObjectNode apply(ObjectNode make, RandomGenerator random) {
            return make;
        }
    },
    SCALED {
        @Override
        ObjectNode apply(ObjectNode make, RandomGenerator random) {
            double factor = random.nextBoolean() ? 2 : 0.5;
            for (JsonNode ingredient : make.withArray("ingredients")) {
                ((ObjectNode) ingredient)
                        .put("quantity", ingredient.get("quantity").asDouble() * factor);
            }
            return make;
        }
    },
    CHANGED {
        @Override
        ObjectNode apply(ObjectNode make, RandomGenerator random) {
            ArrayNode ingredients = make.withArray("ingredients");
            one(ingredients, random).put("quantity", random.nextInt(1, 40) * 10);
            one(ingredients, random)
                    .put("ingredientName", RecipeText.one(RecipeText.FOODS, random));
            one(make.withArray("steps"), random)
                    .put("stepText", "Rest it for %d minutes.".formatted(random.nextInt(5, 60)));
            if (random.nextBoolean()) {
                ingredients.remove(random.nextInt(ingredients.size()));
            }
            return make.put("rating", random.nextInt(1, 6));
        }
    };

    /// Changes and returns a copy of the recipe.
    abstract ObjectNode apply(ObjectNode make, RandomGenerator random);

    static MakeVariation choose(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> EXACT;
            case 2 -> SCALED;
            default -> CHANGED;
        };
    }

    private static ObjectNode one(ArrayNode array, RandomGenerator random) {
        return (ObjectNode) array.get(random.nextInt(array.size()));
    }
}
