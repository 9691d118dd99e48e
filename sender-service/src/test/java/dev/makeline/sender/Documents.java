package dev.makeline.sender;

/// Recipe documents as people write them.
public final class Documents {

    private Documents() {}

    public static String make(long recipeId) {
        return """
        {"recipeName": "Pie", "recipeId": %d, "rating": 4,
         "ingredients": [{"ingredientId": 1, "quantity": 2, "measurement": "cup",
                          "ingredientName": "Flour"}],
         "steps": [{"stepId": 1, "stepText": "Mix."}]}
        """
                .formatted(recipeId);
    }
}
