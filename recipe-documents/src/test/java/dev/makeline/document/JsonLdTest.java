package dev.makeline.document;

import static dev.makeline.document.Documents.read;
import static dev.makeline.document.Documents.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonLdTest {

    private static final String RECIPE =
            """
            {"@type": "Recipe", "name": "Bean stew", "recipeIngredient": ["2 cups beans"],
             "recipeInstructions": "Soak.\\nCook."}
            """
                    .strip();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "[%s]",
                "[[{\"@type\": \"WebSite\"}], %s]",
                "{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"Person\"}, %s]}",
                "{\"@graph\": [[%s]]}",
                "{\"@type\": \"WebPage\", \"mainEntity\": %s}",
                "{\"@type\": \"Article\", \"mainEntityOfPage\": {\"mainEntity\": [%s]}}",
                "<!-- %s -->",
                "//<![CDATA[\n%s\n//]]>",
                "/* <![CDATA[ */ %s; /* ]]> */",
                "%s;",
                "<script type=\"application/ld+json\">%s</script>"
            })
    void recipeIsFoundWhereverItStands(String around) {
        RecipeDocument document = read(around.formatted(RECIPE));

        assertThat(document.content().name()).isEqualTo("Bean stew");
        assertThat(document.content().ingredients()).hasSize(1);
        assertThat(texts(document, "steps", "stepText")).containsExactly("Soak.", "Cook.");
        assertThat(document.unread()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Recipe\"",
                "[\"Article\", \"Recipe\"]",
                "\"http://schema.org/Recipe\"",
                "[\"https://schema.org/Recipe\"]",
                "\"schema:Recipe\""
            })
    void typeIsKnownHoweverItIsWritten(String type) {
        assertThat(read(RECIPE.replace("\"Recipe\"", type)).content().name())
                .isEqualTo("Bean stew");
    }

    @Test
    void ofSeveralRecipesTheFullestIsTakenAndThatIsSaid() {
        RecipeDocument document =
                read("[{\"@type\": \"Recipe\", \"name\": \"Another\"}, %s]".formatted(RECIPE));

        assertThat(document.content().name()).isEqualTo("Bean stew");
        assertThat(document.unread())
                .containsExactly("There are 2 recipes in it; only “Bean stew” was read.");
    }

    @Test
    void fieldsBecomeThoseOfTheOwnForm() {
        JsonNode json =
                read("""
                {"@type": "Recipe", "@id": "#recipe", "url": "https://a.example/stew",
                 "name": "Bean &amp;amp; <b>onion</b> stew", "recipeYield": ["6", "6 bowls"],
                 "prepTime": "PT15M", "cookTime": "P0DT1H30M", "totalTime": "soon",
                 "aggregateRating": {"ratingValue": "4.50"},
                 "recipeIngredient": ["1 ½ cups dried beans, soaked ((overnight))",
                   "2-3 onions", "salt to taste (optional)"],
                 "recipeInstructions": ["Cook."]}
                """)
                        .json();

        assertThat(json.path("recipeName").asText()).isEqualTo("Bean & onion stew");
        assertThat(json.has("@id")).isFalse();
        assertThat(json.path("url").asText()).isEqualTo("https://a.example/stew");
        assertThat(json.path("rating").decimalValue()).isEqualByComparingTo("4.5");
        assertThat(json.path("servings").intValue()).isEqualTo(6);
        assertThat(json.path("yield").asText()).isEqualTo("6 bowls");
        assertThat(json.path("prepTimeMinutes").intValue()).isEqualTo(15);
        assertThat(json.path("cookTimeMinutes").intValue()).isEqualTo(90);
        assertThat(json.has("totalTimeMinutes")).isFalse();
        assertThat(json.at("/unread/0").asText()).isEqualTo("The “totalTime” is no duration.");
        JsonNode beans = json.at("/ingredients/0");
        assertThat(beans.path("ingredientId").intValue()).isEqualTo(1);
        assertThat(beans.path("quantity").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(beans.path("measurement").asText()).isEqualTo("cup");
        assertThat(beans.path("original").asText())
                .isEqualTo("1 ½ cups dried beans, soaked (overnight)");
        assertThat(json.at("/ingredients/1/quantity").intValue()).isEqualTo(2);
        assertThat(json.at("/ingredients/1/measurement").asText()).isEmpty();
        assertThat(json.at("/ingredients/2").has("quantity")).isFalse();
        assertThat(json.at("/ingredients/2/optional").booleanValue()).isTrue();
    }

    @Test
    void stepsKeepTheSectionThatTheyStandIn() {
        RecipeDocument document =
                read(
                        """
                        {"@type": "Recipe", "name": "Cake", "recipeInstructions": [
                          {"@type": "HowToSection", "name": "Batter", "itemListElement": [
                            {"@type": "HowToStep", "text": "Mix."},
                            {"@type": "HowToStep", "name": "Step 2", "text": "Bake."}]},
                          {"@type": "HowToSection", "name": "Icing", "itemListElement":
                            {"@type": "HowToStep", "name": "Stir", "text": "Until <i>smooth</i>."}},
                          {"@type": "HowToStep", "name": "Serve at o…", "text": "Serve at once."}]}
                        """);

        assertThat(texts(document, "steps", "stepText"))
                .containsExactly(
                        "Batter",
                        "Mix.",
                        "Bake.",
                        "Icing",
                        "Stir",
                        "Until smooth.",
                        "Serve at once.");
        assertThat(texts(document, "steps", "section"))
                .containsExactly("Batter", "Batter", "Batter", "Icing", "Icing", "Icing", "");
        assertThat(document.unread()).containsExactly("It names no ingredients.");
    }

    @Test
    void oneTextIsSplitWhereItsStepsBegin() {
        assertThat(steps("\"<p>Mix\\nwell.</p><p>Bake.<br>Cool.</p>\""))
                .containsExactly("Mix well.", "Bake.", "Cool.");
        assertThat(steps("\"<ol><li>Mix.</li><li>Bake.</li></ol>\""))
                .containsExactly("Mix.", "Bake.");
        assertThat(steps("\"1. Mix for 2. hours. 2. Bake at 180. 3. Eat.\""))
                .containsExactly("1. Mix for 2. hours.", "2. Bake at 180.", "3. Eat.");
        assertThat(steps("\"Step 1:\\nMix.\\nStep 2:\\nBake.\"")).containsExactly("Mix.", "Bake.");
        assertThat(steps("\"Mix the flour.Bake it until brown.Serve.\""))
                .containsExactly("Mix the flour.", "Bake it until brown.", "Serve.");
        assertThat(steps("\"Mix. Bake. Serve.\"")).containsExactly("Mix. Bake. Serve.");
        assertThat(steps("[\"Mix\\n the flour.\", \"Bake.\"]"))
                .containsExactly("Mix the flour.", "Bake.");
    }

    private static List<String> steps(String instructions) {
        return texts(
                read(
                        "{\"@type\": \"Recipe\", \"name\": \"A\", \"recipeInstructions\": %s}"
                                .formatted(instructions)),
                "steps",
                "stepText");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#recipe",
                "https://a.example",
                "https://a.example/",
                "https://a.example/#recipe",
                "stew"
            })
    void addressThatEveryRecipeOfASiteMayHaveIsNotTakenForItsOwn(String address) {
        RecipeDocument document =
                read(RECIPE.replace("{", "{\"@id\": \"%s\", ".formatted(address)));

        assertThat(document.recipeId()).isEqualTo(read(RECIPE).recipeId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/?p=7", "http://a.example/stew#recipe", "urn:x:7"})
    void ownAddressNamesTheRecipe(String address) {
        RecipeDocument document =
                read(RECIPE.replace("{", "{\"@id\": \"%s\", ".formatted(address)));

        assertThat(document.json().path("@id").asText()).isEqualTo(address);
        assertThat(document.recipeId()).isNotEqualTo(read(RECIPE).recipeId());
    }

    @Test
    void ingredientsComeAsListsTextsAndObjects() {
        assertThat(lines("[[\"1 egg\"], \"2 cups\\n milk\", null, \" \"]"))
                .containsExactly("1 egg", "2 cups milk");
        assertThat(lines("\"1 egg\\r\\n2 cups milk\"")).containsExactly("1 egg", "2 cups milk");
        assertThat(lines("[\"1 egg<br/>2 cups milk\"]")).containsExactly("1 egg", "2 cups milk");
        assertThat(
                        lines(
                                "[{\"@type\": \"PropertyValue\", \"value\": 2, \"unitText\": \"cups\", \"name\": \"milk\"}]"))
                .containsExactly("2 cups milk");
    }

    private static List<String> lines(String ingredients) {
        return texts(
                read(
                        "{\"@type\": \"Recipe\", \"name\": \"A\", \"ingredients\": %s}"
                                .formatted(ingredients)),
                "ingredients",
                "original");
    }

    @Test
    void brokenJsonIsRepairedWhereNothingIsGuessed() {
        RecipeDocument document =
                read(
                        """
                        {"@type": "Recipe", "name": "Bean
                        stew", "name": "Bean	soup", "recipeIngredient": ["1 \\'large\\' onion",],}
                        """);

        assertThat(document.content().name()).isEqualTo("Bean soup");
        assertThat(texts(document, "ingredients", "original")).containsExactly("1 'large' onion");
    }

    @Test
    void whatIsCutOffOrNamelessIsRefused() {
        assertThat(refused(RECIPE.substring(0, RECIPE.length() - 5)).reason()).contains("cut off");
        assertThat(refused(RECIPE.replace("\"Bean stew\"", "\"\"")).reason())
                .isEqualTo("The recipe has no name; give it one, as “name” or as its title.");
        assertThat(refused("{\"@type\": \"Person\", \"name\": \"Ada\"}").reason())
                .startsWith("The recipe has no “recipeName”");
    }

    @Test
    void pageWithoutIngredientsAndStepsIsKeptToBeFilledIn() {
        RecipeDocument document =
                read("{\"@type\": \"Recipe\", \"name\": \"A\", \"recipeIngredient\": []}");

        assertThat(document.unread())
                .containsExactly("It names no ingredients.", "It names no steps.");
        assertThat(read(document.json().toString()).json()).isEqualTo(document.json());
    }

    @Test
    void whatIsBeyondTheLimitsIsLeftOutAndSaid() {
        String longLine = "a".repeat(DocumentLimits.TEXT_CHARACTERS + 1);
        String many = "\"1 egg\",".repeat(DocumentLimits.INGREDIENTS + 1);
        RecipeDocument document =
                read(
                        "{\"@type\": \"Recipe\", \"name\": \"A\", \"recipeIngredient\": [\"%s\", %s \"1 egg\"]}"
                                .formatted(longLine, many));

        assertThat(document.content().ingredients()).hasSize(DocumentLimits.INGREDIENTS);
        assertThat(document.unread())
                .anyMatch(it -> it.startsWith("A text of more than 10,000 characters"))
                .contains("Only the first 1,000 ingredients were read.");
    }

    private static List<String> texts(RecipeDocument document, String list, String field) {
        return document.json().path(list).valueStream().map(it -> it.path(field).asText()).toList();
    }
}
