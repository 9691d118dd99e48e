package dev.makeline.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.document.Reading.Read;
import dev.makeline.document.Reading.Unreadable;

/// Documents for tests, and what the reader says of them.
final class Documents {

    static final String PLUM_CRUMBLE =
            """
            {
              "recipeName": "Plum Crumble",
              "recipeId": 7,
              "rating": 4.50,
              "ingredients": [
                {"ingredientId": 1, "quantity": 12, "measurement": "unit", "ingredientName": "plums"},
                {"ingredientId": 2, "quantity": 0.50, "measurement": "TBS", "ingredientName": "rawSugar"}
              ],
              "steps": [
                {"stepId": 1, "stepText": "Heat the oven to 190 degrees"},
                {"stepId": 2, "stepText": "Bake for an hour"}
              ]
            }
            """;

    private static final RecipeDocumentReader READER = new RecipeDocumentReader();

    private Documents() {}

    static Reading reading(String document) {
        return READER.read(document.getBytes(UTF_8));
    }

    static RecipeDocument read(String document) {
        assertThat(reading(document)).isInstanceOf(Read.class);
        return ((Read) reading(document)).document();
    }

    static Unreadable refused(String document) {
        return refused(document.getBytes(UTF_8));
    }

    static Unreadable refused(byte[] document) {
        Reading reading = READER.read(document);
        assertThat(reading).isInstanceOf(Unreadable.class);
        return (Unreadable) reading;
    }

    /// The crumble with one piece of its text replaced.
    static String crumble(String piece, String replacement) {
        assertThat(PLUM_CRUMBLE).contains(piece);
        return PLUM_CRUMBLE.replace(piece, replacement);
    }
}
