package dev.makeline.server;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Recipe documents to send.
final class Documents {

    private Documents() {}

    static String pie(long recipeId) {
        return """
        {"recipeName": "Apple Pie", "recipeId": %d, "rating": 5.0,
         "ingredients": [
           {"ingredientId": 1, "quantity": 1, "measurement": "unit", "ingredientName": "pieCrust"},
           {"ingredientId": 2, "quantity": 5, "measurement": "unit", "ingredientName": "apples"},
           {"ingredientId": 3, "quantity": 0.5, "measurement": "TBS", "ingredientName": "cinnamon"}],
         "steps": [
           {"stepId": 1, "stepText": "Gather ingredients"},
           {"stepId": 2, "stepText": "Pre heat oven to 350 degrees"},
           {"stepId": 3, "stepText": "Make the pie"}]}
        """
                .formatted(recipeId);
    }

    static String pieWithPears(long recipeId) {
        return pie(recipeId).replace("apples", "pears");
    }

    /// @param kilobytes of its texts
    static String large(long recipeId, int kilobytes) {
        String text = "Stir and wait. ".repeat(69).substring(0, 1024);
        return withSteps(recipeId, kilobytes, () -> text);
    }

    /// The same, of texts that compress to no less than half.
    static String incompressible(long recipeId, int kilobytes) {
        Random random = new Random(42);
        return withSteps(
                recipeId,
                kilobytes,
                () ->
                        random.ints(1024, 'a', 'z' + 1)
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining()));
    }

    private static String withSteps(long recipeId, int count, Supplier<String> text) {
        String steps =
                IntStream.rangeClosed(4, 3 + count)
                        .mapToObj(i ->
                                ",{\"stepId\": %d, \"stepText\": \"%s\"}".formatted(i, text.get()))
                        .collect(Collectors.joining());
        return pie(recipeId).replace("Make the pie\"}", "Make the pie\"}" + steps);
    }
}
