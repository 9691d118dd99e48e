package dev.makeline.recipe.food;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoodNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    Tomatoes                    | tomato
                    potatoes                    | potato
                    mangos                      | mango
                    mangoes                     | mango
                    berries                     | berry
                    cherries                    | cherry
                    cookies                     | cookie
                    brownies                    | brownie
                    radishes                    | radish
                    peaches                     | peach
                    boxes                       | box
                    cheeses                     | cheese
                    anchovies                   | anchovy
                    quiches                     | quiche
                    loaves                      | loaf
                    chives                      | chive
                    olives                      | olive
                    cloves                      | clove
                    molasses                    | molasses
                    hummus                      | hummus
                    couscous                    | couscous
                    asparagus                   | asparagus
                    swiss                       | swiss
                    watercress                  | watercress
                    bass                        | bass
                    curry leaves                | curry leaf
                    """)
    void everyWordIsMadeSingular(String name, String normal) {
        assertThat(FoodName.of(name).normal()).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                            pieCrust                    | pie crust
                            pie_crust                   | Pie-Crust
                            BUTTER                      | butter
                            jalapeño                    | jalapeno
                            crème fraîche               | creme fraiche
                            ｂｕｔｔｅｒ                      | butter
                            yoghurt                     | yogurt
                            green chillies              | green chiles
                            hot chile                   | hot chilli
                            doughnuts                   | donut
                            vanilla flavouring          | vanilla flavoring
                            half & half                 | half and half
                            confectioners' sugar        | confectioner's sugar
                            confectioners’ sugar        | confectioners sugar
                            flour, all-purpose          | all-purpose flour
                            flour (all-purpose)         | all-purpose flour
                            pepper, black               | black pepper
                            oil, olive                  | olive oil
                            cloves of garlic            | garlic
                            a pinch of salt             | salt
                            leg of lamb                 | lamb leg
                            zest of 1 lemon             | lemon zest
                            butter, melted and cooled   | butter
                            fresh parsley               | parsley
                            large organic eggs          | egg
                            good-quality olive oil      | olive oil
                            cheddar of your choice      | cheddar
                            basil leaves                | basil
                            chopped onion               | onion
                    fresh basil leaves          | basil
                            butter for the pan          | butter
                            bone-in chicken thighs      | chicken thigh
                            lowfat yogurt               | low-fat yogurt
                    """)
    void waysToWriteOneNameAreOneName(String one, String other) {
        assertThat(FoodName.of(one).normal()).isEqualTo(FoodName.of(other).normal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    salt, pepper                | salt pepper
                    corn, peanut or olive oil   | olive oil
                    skinless, boneless chicken  | chicken
                    """)
    void wordsStayWhereTheCommaIsNotAboutTheFood(String name, String ofTheSameHead) {
        assertThat(FoodName.of(name).head()).isEqualTo(FoodName.of(ofTheSameHead).head());
    }

    @Test
    void headAndModifiersAreTheNounAndWhatIsSaidAboutIt() {
        FoodName name = FoodName.of("2 cups fresh unsalted butter");

        assertThat(name.head()).isEqualTo("butter");
        assertThat(name.modifiers()).containsExactly("2", "cup", "unsalted");
        assertThat(FoodName.of("cloves of garlic").head()).isEqualTo("garlic");
    }

    @Test
    void aQualityStaysWhereTheTableKnowsAFoodByIt() {
        assertThat(FoodName.of("crushed tomatoes").normal()).isEqualTo("crushed tomato");
        assertThat(FoodName.of("fresh coriander").food().map(Food::name)).contains("cilantro");
        assertThat(FoodName.of("ground coriander").food().map(Food::name)).contains("coriander");
    }

    @Test
    void aNameWithoutWordsIsItself() {
        assertThat(FoodName.of("").words()).isEmpty();
        assertThat(FoodName.of("").head()).isEmpty();
        assertThat(FoodName.of(" ?! ").words()).isEqualTo(List.of("?!"));
        assertThat(FoodName.of("🍋")).isNotEqualTo(FoodName.of("🥑"));
    }
}
