package dev.makeline.server;

import dev.makeline.launcher.standin.StandIn;
import java.util.HashMap;
import java.util.Map;

/// Stands in for recipe-server, at the end of a demo that went well.
public final class RecipeServerApplication {

    private static final String SUBMITTED =
            """
            {"items": [
              {"key": "recipes/apple-crumble.json", "state": "submitted", "recipeId": 1001, "revision": 1},
              {"key": "makes/crumble-as-written.json", "state": "submitted", "recipeId": 1001, "makeId": 1},
              {"key": "makes/crumble-doubled.json", "state": "submitted", "recipeId": 1001, "makeId": 2},
              {"key": "makes/crumble-with-coconut-oil.json", "state": "submitted", "recipeId": 1001, "makeId": 3},
              {"key": "recipes/buttermilk-pancakes.json", "state": "submitted", "recipeId": 1002, "revision": 1},
              {"key": "makes/pancakes-before-the-recipe.json", "state": "submitted", "recipeId": 1002, "makeId": 4}]}
            """;

    private static final String WAITING =
            """
            {"items": [{"key": "makes/pancakes-before-the-recipe.json", "state": "waiting", "recipeId": 1002}]}
            """;

    private RecipeServerApplication() {}

    public static void main(String[] args) {
        Map<String, String> answers = new HashMap<>(ofFiles());
        answers.putAll(ofRecipes());
        answers.putAll(ofRebuilds());
        StandIn.service("recipe-server", answers);
    }

    private static Map<String, String> ofFiles() {
        return Map.of(
                "/v1/files",
                "{\"fileId\": \"in\", \"upload\": {\"url\": \"%s/form\", \"fields\": {\"key\": \"k\"}}}"
                        .formatted(StandIn.SELF),
                "/v1/jobs",
                "{\"jobId\": \"job\"}",
                "/v1/jobs/job",
                "{\"state\": \"succeeded\", \"outputFileId\": \"out\", \"times\": {\"waitingMillis\": 7, \"startingMillis\": 8, \"runningMillis\": 9}}",
                "/v1/files/out/content",
                "flour\nbutter\nplums\nand a pinch of salt\n");
    }

    private static Map<String, String> ofRebuilds() {
        return Map.of(
                "/v1/recipes?limit=200",
                "{\"items\": [{\"recipeId\": 1001}], \"nextCursor\": \"c\"}",
                "/v1/recipes?limit=200&cursor=c",
                "{\"items\": [{\"recipeId\": 1002}]}",
                "/v1/recipes/1001/insights/rebuild",
                "{\"recipeId\": 1001, \"makes\": 3, \"listed\": 2}",
                "/v1/recipes/1002/insights/rebuild",
                "{\"recipeId\": 1002, \"makes\": 1, \"listed\": 0}");
    }

    private static Map<String, String> ofRecipes() {
        return Map.of(
                "/v1/intake/summary",
                "{\"queued\": 1, \"submitted\": 22, \"waiting\": 3, \"rejected\": 4, \"dismissed\": 5}",
                "/v1/intake?state=submitted",
                SUBMITTED,
                "/v1/intake?state=waiting",
                WAITING,
                "/v1/recipes/1001/makes/1/differences",
                "{\"comparison\": {\"outcome\": \"exact\", \"headline\": \"Made exactly so.\"}, \"differences\": []}",
                "/v1/recipes/1001/makes/2/differences",
                "{\"comparison\": {\"outcome\": \"equivalent\", \"headline\": \"Made doubled.\"}, \"differences\": []}",
                "/v1/recipes/1001/makes/3/differences",
                "{\"comparison\": {\"outcome\": \"deviating\", \"headline\": \"3 differences.\"}, \"differences\": [{\"recipeField\": \"ingredient\", \"sentence\": \"Coconut oil for butter.\"}, {\"recipeField\": \"instruction\", \"sentence\": \"Baked longer.\"}, {\"recipeField\": \"instruction\", \"sentence\": \"Covered for the first half.\"}]}",
                "/v1/recipes/1002/makes/4/differences",
                "{\"comparison\": {\"outcome\": \"deviating\", \"headline\": \"1 difference.\"}, \"differences\": [{\"recipeField\": \"ingredient\", \"sentence\": \"One egg more.\"}]}");
    }
}
