package dev.makeline.system.instance;

import java.util.concurrent.atomic.AtomicLong;

/// Recipe documents as people drop them.
public final class Documents {

    private static final AtomicLong NEXT_RECIPE = new AtomicLong(1_000);

    private Documents() {}

    /// No other test of this run uses the recipe.
    public static long newRecipeId() {
        return NEXT_RECIPE.incrementAndGet();
    }

    public static String recipe(long recipeId) {
        return document(recipeId, "Apple pie", 5, "5", "Gather ingredients");
    }

    /// A make that differs from every other `number`.
    public static String make(long recipeId, int number) {
        return document(recipeId, "Apple pie", 4, Integer.toString(6 + number), "Make the pie");
    }

    private static String document(
            long recipeId, String name, int rating, String apples, String lastStep) {
        return """
        {
          "recipeName": "%s",
          "recipeId": %d,
          "rating": %d,
          "ingredients": [
            {"ingredientId": 1, "quantity": 1, "measurement": "unit", "ingredientName": "pie crust"},
            {"ingredientId": 2, "quantity": %s, "measurement": "unit", "ingredientName": "apples"}
          ],
          "steps": [
            {"stepId": 1, "stepText": "Pre heat oven to 350 degrees"},
            {"stepId": 2, "stepText": "%s"}
          ]
        }
        """
                .formatted(name, recipeId, rating, apples, lastStep);
    }
}
