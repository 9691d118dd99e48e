package dev.makeline.document.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The microdata of a page's first recipe, as the JSON-LD that would say the same.
final class Microdata {

    private static final String RECIPE = "[itemtype~=(?i)schema\\.org/Recipe$]";
    private static final List<String> ONE =
            List.of("name", "url", "recipeYield", "prepTime", "cookTime", "totalTime");
    private static final List<String> LINES = List.of("recipeIngredient", "ingredients");
    private static final String STEPS = "recipeInstructions";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Microdata() {}

    static Optional<JsonNode> recipes(Document page) {
        return Optional.ofNullable(page.selectFirst(RECIPE)).map(Microdata::recipe);
    }

    /// Every recipe of a page.
    static List<JsonNode> allRecipes(Document page) {
        return page.select(RECIPE).stream().<JsonNode>map(Microdata::recipe).toList();
    }

    private static ObjectNode recipe(Element item) {
        ObjectNode recipe = NODES.objectNode().put("@type", "Recipe");
        for (String property : ONE) {
            Optional.ofNullable(item.selectFirst("[itemprop=%s]".formatted(property)))
                    .ifPresent(element -> recipe.put(property, value(element)));
        }
        for (String property : LINES) {
            ArrayNode lines = recipe.putArray(property);
            item.select("[itemprop=%s]".formatted(property))
                    .forEach(element -> lines.add(value(element)));
        }
        ArrayNode steps = recipe.putArray(STEPS);
        item.select("[itemprop=%s]".formatted(STEPS)).forEach(element -> addSteps(element, steps));
        Optional.ofNullable(item.selectFirst("[itemprop=ratingValue]"))
                .ifPresent(rating ->
                        recipe.putObject("aggregateRating").put("ratingValue", value(rating)));
        return recipe;
    }

    private static void addSteps(Element element, ArrayNode steps) {
        List<Element> parts = element.select("[itemprop=text]");
        if (parts.isEmpty()) {
            parts = element.select("li");
        }
        if (parts.isEmpty()) {
            // In a page a line break is a blank.
            steps.add(element.html().replaceAll("\\s+", " "));
        } else {
            parts.forEach(part -> steps.add(part.text()));
        }
    }

    private static String value(Element element) {
        for (String attribute : List.of("content", "datetime", "href")) {
            if (element.hasAttr(attribute)) {
                return element.attr(attribute);
            }
        }
        return element.text();
    }
}
