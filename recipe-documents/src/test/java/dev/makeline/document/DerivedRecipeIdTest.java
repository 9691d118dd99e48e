package dev.makeline.document;

import static dev.makeline.document.Documents.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DerivedRecipeIdTest {

    @Test
    void sameNameInAnySpellingIsTheSameRecipe() {
        long id = idOf("\"recipeName\": \"Plum Crumble\"");

        assertThat(idOf("\"recipeName\": \"  plum   crumble \"")).isEqualTo(id);
        assertThat(idOf("\"recipeName\": \"Pear Crumble\"")).isNotEqualTo(id);
    }

    @Test
    void addressGoesBeforeTheName() {
        long id = idOf("\"recipeName\": \"Plum\", \"@id\": \"https://pies.example/1\"");

        assertThat(idOf("\"recipeName\": \"Plums\", \"url\": \" https://pies.example/1\""))
                .isEqualTo(id);
        assertThat(idOf("\"recipeName\": \"Plum\", \"url\": \"https://pies.example/2\""))
                .isNotEqualTo(id);
        assertThat(idOf("\"recipeName\": \"Plum\", \"@id\": 5, \"url\": \"\""))
                .isEqualTo(idOf("\"recipeName\": \"Plum\""));
    }

    @Test
    void derivedIdNeverMeetsOneThatAPersonChose() {
        assertThat(idOf("\"recipeName\": \"Toast\"")).isBetween(1L << 52, DocumentLimits.MAX_ID);
    }

    @Test
    void derivedIdStaysTheSameInEveryVersion() {
        assertThat(idOf("\"recipeName\": \"Plum Crumble\"")).isEqualTo(7332720778593511L);
    }

    private static long idOf(String fields) {
        RecipeDocument document = read("{" + fields + ", \"steps\": [{\"stepText\": \"Bake\"}]}");
        assertThat(document.recipeIdDerived()).isTrue();
        assertThat(document.json().get("recipeId").longValue()).isEqualTo(document.recipeId());
        return document.recipeId();
    }
}
