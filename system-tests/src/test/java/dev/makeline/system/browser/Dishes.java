package dev.makeline.system.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Recipes and what cooks made of them, as JSON documents.
final class Dishes {

    private static final List<String> CAKE_STEPS =
            List.of(
                    "Heat the oven to 180 °C.",
                    "Beat the butter with the sugar and the eggs.",
                    "Fold in the flour and the baking powder.",
                    "Spread the dough in a tin and cover it with the plums.",
                    "Bake for 40 minutes.");

    private static final List<String> TART_STEPS =
            List.of(
                    "Rub the butter into the flour, bind it with one egg, and chill the dough for 30 minutes.",
                    "Bake the shell blind at 190 °C for 15 minutes.",
                    "Whisk the lemon juice, the sugar, the cream and the other eggs, and pour it in.",
                    "Bake at 150 °C for 25 minutes, until it just sets.");

    private Dishes() {}

    static String plumCake(long id) {
        return document(
                id,
                "Plum cake",
                "\"servings\": 8, \"rating\": 4.5",
                List.of(
                        "200 g flour",
                        "100 g butter",
                        "120 g sugar",
                        "2  eggs",
                        "1 tsp baking powder",
                        "500 g plums"),
                CAKE_STEPS);
    }

    static Map<String, String> plumCakeMakes(long id) {
        Map<String, String> makes = new LinkedHashMap<>();
        makes.put("plum-cake-1", cake(id, "Ines", 5, "200 g flour", "100 g butter", "120 g sugar"));
        makes.put(
                "plum-cake-2", cake(id, "Jonas", 4, "400 g flour", "200 g butter", "240 g sugar"));
        makes.put(
                "plum-cake-3",
                cake(id, "Lena", 3, "205 g flour", "100 g margarine", "120 g sugar"));
        makes.put("plum-cake-4", cake(id, "Tomo", 2, "200 g flour", "100 g butter", "300 g sugar"));
        return makes;
    }

    private static String cake(
            long id, String by, int rating, String flour, String fat, String sugar) {
        boolean isDouble = flour.startsWith("400");
        return document(
                id,
                "Plum cake",
                made(by, rating),
                List.of(
                        flour,
                        fat,
                        sugar,
                        isDouble ? "4  eggs" : "2  eggs",
                        isDouble ? "2 tsp baking powder" : "1 tsp baking powder",
                        isDouble ? "1 kg plums" : "500 g plums"),
                CAKE_STEPS);
    }

    static String lemonTart(long id) {
        return document(
                id,
                "Lemon tart",
                "\"servings\": 8, \"rating\": 4.7",
                List.of(
                        "180 g flour",
                        "90 g butter",
                        "4  eggs",
                        "150 ml lemon juice",
                        "140 g sugar",
                        "150 ml cream"),
                TART_STEPS);
    }

    static Map<String, String> lemonTartMakes(long id) {
        return Map.of(
                "lemon-tart-1",
                document(
                        id,
                        "Lemon tart",
                        made("Ines", 5),
                        List.of(
                                "180 g flour",
                                "90 g butter",
                                "4  eggs",
                                "150 ml lemon juice",
                                "140 g sugar",
                                "150 ml cream"),
                        TART_STEPS));
    }

    /// A make that leaves the plums out; no other has its `number`.
    static String plumCakeWithoutPlums(long id, int number) {
        return document(
                id,
                "Plum cake",
                made("Cook " + number, 1),
                List.of(
                        "200 g flour",
                        "100 g butter",
                        "120 g sugar",
                        "2  eggs",
                        "1 tsp baking powder"),
                CAKE_STEPS);
    }

    static String makeOfNoRecipeYet(long id) {
        return document(
                id, "Quince jelly", made("Tomo", 4), List.of("1 kg quinces"), List.of("Boil."));
    }

    static String named(long id, String name, String ingredient, String step) {
        return document(id, name, "\"rating\": 4", List.of("1 kg " + ingredient), List.of(step));
    }

    static String madeNamed(long id, String name, String ingredient, String step, String by) {
        return document(id, name, made(by, 4), List.of("3 kg " + ingredient), List.of(step));
    }

    private static String made(String by, int rating) {
        return "\"madeBy\": \"%s\", \"rating\": %d".formatted(by, rating);
    }

    /// @param ingredients amount, unit and name between blanks
    private static String document(
            long id, String name, String more, List<String> ingredients, List<String> steps) {
        return "{\"recipeId\": %d, \"recipeName\": \"%s\", %s, \"ingredients\": [%s], \"steps\": [%s]}"
                .formatted(
                        id,
                        name,
                        more,
                        IntStream.range(0, ingredients.size())
                                .mapToObj(i -> ingredient(i + 1, ingredients.get(i)))
                                .collect(Collectors.joining(", ")),
                        IntStream.range(0, steps.size())
                                .mapToObj(i ->
                                        "{\"stepId\": %d, \"stepText\": \"%s\"}"
                                                .formatted(i + 1, steps.get(i)))
                                .collect(Collectors.joining(", ")));
    }

    private static String ingredient(int id, String line) {
        String[] parts = line.split(" ", 3);
        return "{\"ingredientId\": %d, \"quantity\": %s, \"measurement\": \"%s\", \"ingredientName\": \"%s\"}"
                .formatted(id, parts[0], parts[1], parts[2]);
    }
}
