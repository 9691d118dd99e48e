package dev.makeline.launcher.recipes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// One recipe in every form.
final class Samples {

    static final String OWN =
            """
            {"recipeName": "Porridge", "recipeId": 7,
             "ingredients": [
               {"ingredientId": 1, "quantity": 100, "measurement": "g", "ingredientName": "rolled oats"},
               {"ingredientId": 2, "quantity": 300, "measurement": "ml", "ingredientName": "milk"}],
             "steps": [{"stepId": 1, "stepText": "Simmer the oats in the milk for 5 minutes"}]}
            """;

    static final String JSON_LD =
            """
            {"@context": "https://schema.org", "@type": "Recipe", "name": "Porridge",
             "recipeIngredient": ["100 g rolled oats", "300 ml milk"],
             "recipeInstructions": ["Simmer the oats in the milk for 5 minutes"]}
            """;

    static final String HTML =
            "<html><head><script type=\"application/ld+json\">"
                    + JSON_LD
                    + "</script></head><body></body></html>";

    static final String MARKDOWN =
            """
            # Porridge

            ## Ingredients
            - 100 g rolled oats
            - 300 ml milk

            ## Steps
            1. Simmer the oats in the milk for 5 minutes
            """;

    static final List<String> ALL = List.of(OWN, JSON_LD, HTML, MARKDOWN);

    private Samples() {}

    static String onOneLine(String json) {
        return json.replace("\n", " ");
    }

    static ObjectNode line() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String pair(String recipe, String make) {
        return line().put("recipe", recipe).put("make", make) + "\n";
    }
}
