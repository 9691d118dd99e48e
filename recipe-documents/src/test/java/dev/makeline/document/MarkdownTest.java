package dev.makeline.document;

import static dev.makeline.document.Documents.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownTest {

    @Test
    void recipeIsReadFromItsHeadingsAndLists() {
        RecipeDocument document =
                read(
                        """
                        # Bean *stew*

                        ![A pot](pot.jpg)
                        A stew for cold days.

                        - Servings: 4
                        - Prep time: 15 minutes
                        Cook time: 1 hour

                        ## Ingredients

                        * 2 cups [beans](/beans)
                        * **1** onion, diced

                        ### For the topping
                        - [ ] parsley

                        ## Directions

                        1. Soak the beans
                           overnight.
                        2. Cook with the _onion_.

                        **Topping:**

                        Chop the parsley.
                        Scatter it.

                        ## Notes
                        Keeps for days.
                        """);

        assertThat(document.content().name()).isEqualTo("Bean stew");
        assertThat(document.json().path("servings").intValue()).isEqualTo(4);
        assertThat(document.json().path("prepTimeMinutes").intValue()).isEqualTo(15);
        assertThat(document.json().path("cookTimeMinutes").intValue()).isEqualTo(60);
        assertThat(texts(document, "ingredients", "original"))
                .containsExactly("2 cups beans", "1 onion, diced", "parsley");
        assertThat(texts(document, "ingredients", "group"))
                .containsExactly("", "", "For the topping");
        assertThat(texts(document, "steps", "stepText"))
                .containsExactly(
                        "Soak the beans overnight.",
                        "Cook with the onion.",
                        "Chop the parsley. Scatter it.");
        assertThat(texts(document, "steps", "section")).containsExactly("", "", "Topping");
        assertThat(document.unread()).containsExactly("The part “Notes” was not read.");
    }

    @Test
    void linesInDoubleBracketsNameGroupsAndSections() {
        RecipeDocument document =
                read(
                        """
                        # Pasta

                        ## Ingredients

                        [[For the sauce]]
                        - 2 onions

                        ## Directions

                        [[Prepare the sauce]]
                        1. Chop the onions.
                        """);

        assertThat(texts(document, "ingredients", "original")).containsExactly("2 onions");
        assertThat(texts(document, "ingredients", "group")).containsExactly("For the sauce");
        assertThat(texts(document, "steps", "stepText")).containsExactly("Chop the onions.");
    }

    @Test
    void frontMatterNamesTheRecipe() {
        RecipeDocument document =
                read(
                        """
                        ---
                        title: "Bean stew"
                        servings: 2
                        ---
                        ## What you need
                        1 onion
                        2 cups beans
                        ## Method
                        Cook.
                        """);

        assertThat(document.content().name()).isEqualTo("Bean stew");
        assertThat(document.json().path("servings").intValue()).isEqualTo(2);
        assertThat(document.content().steps()).hasSize(1);
    }

    @Test
    void headingsMayBeUnderlinedOrBold() {
        RecipeDocument document =
                read(
                        """
                        Bean stew
                        =========
                        **Servings:** 2

                        Ingredients
                        -----------
                        - 1 onion

                        **Instructions**
                        1. Cook.
                        """);

        assertThat(document.content().name()).isEqualTo("Bean stew");
        assertThat(document.json().path("servings").intValue()).isEqualTo(2);
        assertThat(document.content().ingredients()).hasSize(1);
        assertThat(texts(document, "steps", "stepText")).containsExactly("Cook.");
    }

    @Test
    void secondListOfIngredientsIsAGroup() {
        RecipeDocument document =
                read(
                        """
                        # Stew
                        ## Ingredients
                        - 1 onion
                        ## Ingredients for the topping
                        - parsley
                        ## Steps
                        Cook.
                        """);

        assertThat(texts(document, "ingredients", "group"))
                .containsExactly("", "Ingredients for the topping");
    }

    private static List<String> texts(RecipeDocument document, String list, String field) {
        return document.json().path(list).valueStream().map(it -> it.path(field).asText()).toList();
    }
}
