package dev.makeline.document;

import static dev.makeline.document.Documents.PLUM_CRUMBLE;
import static dev.makeline.document.Documents.crumble;
import static dev.makeline.document.Documents.read;
import static dev.makeline.document.Documents.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.document.Reading.Kind;
import dev.makeline.document.Reading.Unreadable;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UnreadableRecipeTest {

    private static final String ID_RANGE =
            "; write a whole number from 0 to 9007199254740991, without quotes.";

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                wrong(
                        "\"recipeName\": \"Plum Crumble\",",
                        "",
                        "The recipe has no “recipeName”; write it as a text in quotes.",
                        "/recipeName (line 1, column 1)"),
                wrong(
                        "\"Plum Crumble\"",
                        "\" \\t\"",
                        "The “recipeName” of the recipe is blank; write what it is.",
                        "/recipeName (line 2, column 17)"),
                wrong(
                        "\"Plum Crumble\"",
                        "[1]",
                        "The “recipeName” of the recipe is a list; write a text in quotes.",
                        "/recipeName (line 2, column 17)"),
                wrong(
                        ": 7,",
                        ": \"7\",",
                        "The “recipeId” of the recipe is the text “7”" + ID_RANGE,
                        "/recipeId (line 3, column 15)"),
                wrong(
                        ": 7,",
                        ": -1,",
                        "The “recipeId” of the recipe is the number -1" + ID_RANGE,
                        "/recipeId (line 3, column 15)"),
                wrong(
                        ": 7,",
                        ": 7.5,",
                        "The “recipeId” of the recipe is the number 7.5" + ID_RANGE,
                        "/recipeId (line 3, column 15)"),
                wrong(
                        ": 7,",
                        ": 9007199254740992,",
                        "The “recipeId” of the recipe is the number 9007199254740992" + ID_RANGE,
                        "/recipeId (line 3, column 15)"),
                wrong(
                        "\"stepId\": 2",
                        "\"stepId\": true",
                        "The “stepId” of step 2 is true" + ID_RANGE,
                        "/steps/1/stepId (line 11, column 16)"),
                wrong(
                        "4.50",
                        "\"good\"",
                        "The “rating” of the recipe is the text “good”; write a number without quotes, such as 0.5.",
                        "/rating (line 4, column 13)"),
                wrong(
                        "4.50",
                        "-1",
                        "The “rating” of the recipe is negative (-1); write a number that is 0 or more.",
                        "/rating (line 4, column 13)"),
                wrong(
                        "4.50",
                        "100.5",
                        "The rating is the number 100.5; write a number from 0 to 100.",
                        "/rating (line 4, column 13)"),
                wrong(
                        "\"rating\": 4.50",
                        "\"servings\": 0",
                        "The servings are 0; write a number above 0.",
                        "/servings (line 4, column 15)"),
                wrong(
                        "\"rating\": 4.50",
                        "\"madeBy\": 5",
                        "The “madeBy” of the recipe is the number 5; write a text in quotes.",
                        "/madeBy (line 4, column 13)"),
                wrong(
                        "0.50",
                        "\"1/2\"",
                        "The “quantity” of ingredient 2 (rawSugar) is the text “1/2”; write a number without quotes, such as 0.5.",
                        "/ingredients/1/quantity (line 7, column 37)"),
                wrong(
                        "0.50",
                        "-0.5",
                        "The “quantity” of ingredient 2 (rawSugar) is negative (-0.5); write a number that is 0 or more.",
                        "/ingredients/1/quantity (line 7, column 37)"),
                wrong(
                        "\"quantity\": 0.50,",
                        "",
                        "Ingredient 2 (rawSugar) has no “quantity”; write a number, such as 0.5.",
                        "/ingredients/1/quantity (line 7, column 5)"),
                wrong(
                        "\"TBS\"",
                        "{}",
                        "The “measurement” of ingredient 2 (rawSugar) is an object; write a text in quotes.",
                        "/ingredients/1/measurement (line 7, column 58)"),
                wrong(
                        ", \"ingredientName\": \"plums\"",
                        "",
                        "Ingredient 1 has no “ingredientName”; write it as a text in quotes.",
                        "/ingredients/0/ingredientName (line 6, column 5)"),
                wrong(
                        "{\"stepId\": 2, \"stepText\": \"Bake for an hour\"}",
                        "\"Bake\"",
                        "Step 2 is the text “Bake”; write it as an object, { … }.",
                        "/steps/1 (line 11, column 5)"),
                wrong(
                        "\"Bake for an hour\"",
                        "\"\"",
                        "The “stepText” of step 2 is blank; write what it is.",
                        "/steps/1/stepText (line 11, column 31)"),
                wrong(
                        "\"rating\": 4.50",
                        "\"recipeId\": 8",
                        "The field “recipeId” stands there twice; keep one of them.",
                        "/recipeId (line 4, column 3)"),
                wrong(
                        "4.50",
                        "\"\\u0000\"",
                        "This text contains a NUL character; remove it.",
                        "/rating (line 4, column 13)"),
                wrong(
                        "plums",
                        "\\ud83d",
                        "This text contains half of a character (\\ud83d); write the whole character.",
                        "/ingredients/0/ingredientName (line 6, column 82)"),
                wrong(
                        "plums",
                        "p".repeat(10_001),
                        "This text has more than 10,000 characters.",
                        "/ingredients/0/ingredientName (line 6, column 82)"),
                wrong(
                        "rating",
                        "r".repeat(10_001),
                        "The name of this field has more than 10,000 characters.",
                        "/" + "r".repeat(199) + "… (line 4, column 10008)"));
    }

    private static Arguments wrong(String piece, String by, String reason, String place) {
        return Arguments.of(crumble(piece, by), reason, place);
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void wrongFieldIsNamedWithItsPlace(String document, String reason, String place) {
        assertThat(refused(document))
                .isEqualTo(new Unreadable(reason, Optional.of(place), Kind.INVALID));
    }

    @ParameterizedTest
    @MethodSource("hugeNumbers")
    void numbersThatWouldExplodeAreRefusedAnywhere(String number) {
        Unreadable known = refused(crumble("0.50", number));
        Unreadable unknown = refused(crumble("rating\": 4.50", "oven\": [" + number + "]"));

        assertThat(known.reason()).isEqualTo(Numbers.OUT_OF_RANGE);
        assertThat(known.place())
                .hasValueSatisfying(
                        place -> assertThat(place).startsWith("/ingredients/1/quantity (line 7"));
        assertThat(unknown.reason()).isEqualTo(Numbers.OUT_OF_RANGE);
        assertThat(unknown.place())
                .hasValueSatisfying(place -> assertThat(place).startsWith("/oven/0 (line 4"));
    }

    static Stream<String> hugeNumbers() {
        return Stream.of(
                "1e400",
                "1E+100",
                "1e-100",
                "0e999999999",
                "1e999999999",
                "1e-2147483648",
                "1e99999999999999999999",
                "1e00000000000000000001000",
                "9".repeat(101),
                "9".repeat(1_000_000),
                "0." + "9".repeat(1_000_000),
                "-" + "9".repeat(150));
    }

    @Test
    void numbersOfAHundredDigitsAreKept() {
        String number = "9".repeat(50) + "." + "9".repeat(50);

        assertThat(read(crumble("0.50", number)).json().at("/ingredients/1/quantity").toString())
                .isEqualTo(number);
        assertThat(read(crumble("0.50", "5e0000000001")).content().ingredients().get(1).quantity())
                .hasValueSatisfying(quantity -> assertThat(quantity).isEqualByComparingTo("50"));
    }

    @Test
    void depthIsLimited() {
        String deepest = "[".repeat(63) + "]".repeat(63);
        String deeper = "[".repeat(64) + "]".repeat(64);
        String absurd = "[".repeat(100_000);

        read(crumble("4.50,", "4.50, \"x\": " + deepest + ","));
        assertThat(refused(crumble("4.50,", "4.50, \"x\": " + deeper + ",")).reason())
                .isEqualTo(DocumentWalk.TOO_DEEP);
        assertThat(refused(crumble("4.50,", "4.50, \"x\": " + absurd)).reason())
                .isEqualTo(DocumentWalk.TOO_DEEP);
        assertThat(refused(absurd).reason()).startsWith("The file holds a list");
    }

    @Test
    void ingredientsAndStepsAreLimited() {
        String ingredient = "{\"quantity\": 1, \"ingredientName\": \"pea\"},";
        String step = "{\"stepText\": \"Stir\"},";

        read(crumble("\"ingredients\": [", "\"ingredients\": [" + ingredient.repeat(998)));
        assertThat(
                        refused(
                                crumble(
                                        "\"ingredients\": [",
                                        "\"ingredients\": [" + ingredient.repeat(999))))
                .isEqualTo(
                        new Unreadable(
                                "The recipe has 1,001 ingredients, but may have at most 1,000.",
                                Optional.of("/ingredients (line 5, column 18)"),
                                Kind.INVALID));
        assertThat(refused(crumble("\"steps\": [", "\"steps\": [" + step.repeat(999))).reason())
                .isEqualTo("The recipe has 1,001 steps, but may have at most 1,000.");
        assertThat(refused(crumble("\"steps\": [", "\"steps\": [" + "0,".repeat(200_000))).reason())
                .isEqualTo(DocumentWalk.TOO_MANY_VALUES);
    }

    @Test
    void recipeNeedsSomethingToCook() {
        assertThat(refused("{\"recipeName\": \"Air\", \"steps\": []}").reason())
                .isEqualTo("The recipe has neither ingredients nor steps; it needs some.");
        assertThat(refused("{\"recipeName\": \"Air\", \"steps\": \"none\"}").reason())
                .isEqualTo("The steps are the text “none”; write them as a list, [ … ].");
        assertThat(refused("{}").reason()).startsWith("The recipe has no “recipeName”");
    }

    @Test
    void textOfTenThousandWideCharactersIsKept() {
        String wide = "🥧".repeat(10_000);

        assertThat(read(crumble("plums", wide)).content().ingredients().getFirst().name())
                .isEqualTo(wide);
    }

    @Test
    void whatCannotBePrintedIsNotRepeated() {
        Unreadable unreadable = refused(crumble("0.50", "\"\\u202e\\n\\u0007 half\""));

        assertThat(unreadable.reason()).contains("is the text “    half”").doesNotContain("\n");
        assertThat(PLUM_CRUMBLE).doesNotContain("half");
    }
}
