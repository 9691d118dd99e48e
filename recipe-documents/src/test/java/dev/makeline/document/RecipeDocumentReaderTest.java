package dev.makeline.document;

import static dev.makeline.document.Documents.PLUM_CRUMBLE;
import static dev.makeline.document.Documents.crumble;
import static dev.makeline.document.Documents.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.document.Reading.Read;
import dev.makeline.document.Reading.Unreadable;
import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class RecipeDocumentReaderTest {

    private final RecipeDocumentReader reader = new RecipeDocumentReader();

    @Test
    void recipeIsReadWithEveryKnownField() {
        RecipeDocument document = read(PLUM_CRUMBLE);

        assertThat(document.recipeId()).isEqualTo(7);
        assertThat(document.recipeIdDerived()).isFalse();
        assertThat(document.makeId()).isEmpty();
        assertThat(document.content())
                .isEqualTo(
                        new Recipe(
                                "Plum Crumble",
                                Optional.of(new BigDecimal("4.50")),
                                Optional.empty(),
                                List.of(
                                        ingredient(1, "12", "unit", "plums"),
                                        ingredient(2, "0.50", "TBS", "rawSugar")),
                                List.of(
                                        step(1, "Heat the oven to 190 degrees"),
                                        step(2, "Bake for an hour"))));
    }

    @Test
    void jsonKeepsNumbersAndUnknownFieldsAsTheyCame() {
        String added =
                """
                "__proto__": {"admin": true}, "oven": [1.10, null, "<b>hot</b>"], "steps":\
                """;

        JsonNode json = read(crumble("\"steps\":", added)).json();

        assertThat(json.at("/ingredients/1/quantity").toString()).isEqualTo("0.50");
        assertThat(json.get("oven").toString()).isEqualTo("[1.10,null,\"<b>hot</b>\"]");
        assertThat(json.at("/__proto__/admin").booleanValue()).isTrue();
    }

    @Test
    void htmlInNamesIsKeptAsText() {
        RecipeDocument document = read(crumble("plums", "<script>alert(1)</script>"));

        assertThat(document.content().ingredients().getFirst().name())
                .isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void makeMayNameItselfAndItsServings() {
        RecipeDocument document =
                read(
                        crumble(
                                "\"recipeId\": 7",
                                "\"recipeId\": 7, \"makeId\": 9007199254740991, \"servings\": 8,"
                                        + " \"madeBy\": \"Ida\", \"madeAt\": null"));

        assertThat(document.makeId()).hasValue(DocumentLimits.MAX_ID);
        assertThat(document.content().servings()).contains(new BigDecimal("8"));
    }

    @Test
    void wholeNumbersWithAPointAreIds() {
        String written = crumble("\"recipeId\": 7", "\"recipeId\": 7.0");
        RecipeDocument document = read(written.replace("\"stepId\": 2", "\"stepId\": 2.0"));

        assertThat(document.recipeId()).isEqualTo(7);
        assertThat(document.json().get("recipeId").toString()).isEqualTo("7");
        assertThat(document.json().at("/steps/1/stepId").toString()).isEqualTo("2");
    }

    @Test
    void fieldsThatMayBeAbsentMayBeNull() {
        RecipeDocument document =
                read(
                        """
                        {"recipeName": "Toast", "recipeId": null, "rating": null, "makeId": null, "steps": null,
                         "ingredients": [{"ingredientId": null, "quantity": -0, "measurement": null,
                                          "ingredientName": "bread"}]}
                        """);

        assertThat(document.recipeIdDerived()).isTrue();
        assertThat(document.content().rating()).isEmpty();
        assertThat(document.content().ingredients())
                .containsExactly(
                        new Ingredient(OptionalLong.empty(), BigDecimal.ZERO, "", "bread"));
    }

    @Test
    void repeatedIngredientIdsAreRead() {
        RecipeDocument document = read(crumble("\"ingredientId\": 2", "\"ingredientId\": 1"));

        assertThat(document.content().ingredients())
                .extracting(Ingredient::ingredientId)
                .containsExactly(OptionalLong.of(1), OptionalLong.of(1));
    }

    @Test
    void canonicalDocumentIsReadAgainWithoutBeingChanged() {
        RecipeDocument first = read(crumble("\"recipeId\": 7,", ""));
        ObjectNode canonical = first.json().deepCopy();

        Reading again = reader.read(canonical);

        RecipeDocument second = ((Read) again).document();
        assertThat(second.recipeId()).isEqualTo(first.recipeId());
        assertThat(second.recipeIdDerived()).isFalse();
        assertThat(second.content()).isEqualTo(first.content());
        assertThat(second.json()).isEqualTo(canonical).isNotSameAs(canonical);
    }

    @Test
    void treeIsHeldToTheSameRules() {
        ObjectNode tree = read(PLUM_CRUMBLE).json().deepCopy();
        tree.withArray("/ingredients").addObject().put("quantity", Double.NaN);

        Unreadable unreadable = (Unreadable) reader.read(tree);

        assertThat(unreadable.place()).contains("/ingredients/2/quantity");
    }

    @Test
    void documentOfAnotherRecipeIsACopy() {
        RecipeDocument document = read(PLUM_CRUMBLE);

        RecipeDocument other = document.withRecipeId(8);

        assertThat(other.recipeId()).isEqualTo(8);
        assertThat(other.json().get("recipeId").longValue()).isEqualTo(8);
        assertThat(document.json().get("recipeId").longValue()).isEqualTo(7);
    }

    @Test
    void onlyFilesNamedAsOneOfTheFormsAreRecipes() {
        assertThat(reader.refusalOfKey("recipes/äpple + 100%.json")).isEmpty();
        assertThat(reader.refusalOfKey("makes/PIE.JSON")).isEmpty();
        assertThat(reader.refusalOfKey("recipes/pie.jsonld")).isEmpty();
        assertThat(reader.refusalOfKey("recipes/saved page.Html")).isEmpty();
        assertThat(reader.refusalOfKey("recipes/pie.htm")).isEmpty();
        assertThat(reader.refusalOfKey("recipes/pie.md")).isEmpty();
        assertThat(reader.refusalOfKey("makes/notes.txt").orElseThrow().reason())
                .isEqualTo(
                        "Recipes are files whose name ends in .json, .jsonld, .html, .htm or .md,"
                                + " but this one is called “notes.txt”.");
        assertThat(reader.refusalOfKey("makes/").orElseThrow().reason())
                .isEqualTo("This is a folder, not a recipe.");
    }

    @Test
    void sizeIsJudgedBeforeTheFileIsFetched() {
        assertThat(reader.refusalOfSize(DocumentLimits.PAGE_BYTES)).isEmpty();
        assertThat(reader.refusalOfSize(5_000_000_000L))
                .contains(
                        new Unreadable(
                                "The file has 5,000,000,000 bytes, but a recipe may have at most"
                                        + " 1,048,576 (1 MiB), a saved page 5,242,880 (5 MiB).",
                                Optional.empty(),
                                Reading.Kind.TOO_LARGE));
    }

    private static Ingredient ingredient(
            long id, String quantity, String measurement, String name) {
        return new Ingredient(OptionalLong.of(id), new BigDecimal(quantity), measurement, name);
    }

    private static Step step(long id, String text) {
        return new Step(OptionalLong.of(id), text);
    }
}
