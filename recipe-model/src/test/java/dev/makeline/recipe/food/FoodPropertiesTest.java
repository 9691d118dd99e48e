package dev.makeline.recipe.food;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class FoodPropertiesTest {

    @Property
    void likenessIsTheSameFromBothSides(
            @ForAll("names") String one, @ForAll("names") String other) {
        FoodName a = FoodName.of(one);
        FoodName b = FoodName.of(other);

        assertThat(Foods.similarity(a, b)).isEqualTo(Foods.similarity(b, a)).isBetween(0.0, 1.0);
        assertThat(Foods.same(a, b)).isEqualTo(Foods.same(b, a));
    }

    @Property
    void everyNameIsTheSameAsItself(@ForAll("names") String text) {
        FoodName name = FoodName.of(text);

        assertThat(Foods.same(name, FoodName.of(text))).isTrue();
        assertThat(Foods.similarity(name, name)).isEqualTo(1);
        assertThat(name).isEqualTo(FoodName.of(text)).hasSameHashCodeAs(FoodName.of(text));
    }

    @Property
    void anyTextIsRead(@ForAll String text) {
        FoodName name = FoodName.of(text);

        assertThat(String.join(" ", name.words())).isEqualTo(name.normal());
        assertThat(Allergens.in(name)).isNotNull();
        assertThat(Foods.of(name)).isEqualTo(Foods.of(FoodName.of(text)));
    }

    @Property
    void whatIsSaidAboutAFoodTakesNoAllergenFromIt(
            @ForAll("foods") String food, @ForAll("qualities") String quality) {
        assertThat(Allergens.in(FoodName.of(quality + " " + food)))
                .containsAll(Allergens.in(FoodName.of(food)));
    }

    @Example
    void longTextIsReadInTime() {
        String text = "unsalted butter, of vegan free-from cloves of or with ".repeat(2_000);

        assertThat(FoodName.of(text).words()).isNotEmpty();
        assertThat(Allergens.in(FoodName.of(text))).isNotEmpty();
        assertThat(FoodName.of("a".repeat(10_000)).words()).hasSize(1);
        assertThat(Foods.similarity(FoodName.of("a".repeat(10_000)), FoodName.of(text))).isZero();
    }

    @Provide
    Arbitrary<String> foods() {
        return Arbitraries.of(FoodTable.KNOWN.foods().stream().map(Food::name).toList());
    }

    @Provide
    Arbitrary<String> qualities() {
        return Arbitraries.of("fresh", "2 cups", "large", "good-quality", "finely chopped", "my");
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> words =
                Arbitraries.of(
                        "butter",
                        "Unsalted",
                        "cheese",
                        "of",
                        "cloves",
                        "garlic",
                        ",",
                        "(",
                        "or",
                        "with",
                        "without",
                        "free",
                        "vegan",
                        "red",
                        "ONIONS",
                        "qux",
                        "buter",
                        "🍋",
                        "ملح",
                        "塩を",
                        "’",
                        "-",
                        "confectioners'",
                        "é",
                        "ﬀ",
                        "100%",
                        "and",
                        "in");
        return Arbitraries.oneOf(
                words.list().ofMaxSize(7).map(list -> String.join(" ", list)),
                foods(),
                Arbitraries.strings().ofMaxLength(30));
    }
}
