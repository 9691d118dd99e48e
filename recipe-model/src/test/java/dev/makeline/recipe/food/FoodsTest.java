package dev.makeline.recipe.food;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoodsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    extra sharp white cheddar   | white cheddar    | cheeses
                    bakery-fresh sourdough loaf | sourdough bread  | breads
                    unsalted butter             | butter           | fats
                    solid light tuna in water   | canned tuna      | fish
                    red or green cabbage        | red cabbage      | cabbages
                    corn or peanut oil          | corn oil         | fats
                    butter or lard              | butter           | fats
                    boneless chicken thighs     | chicken thigh    | poultry
                    """)
    void aFoodIsKnownByTheLongestEndOfItsName(String name, String food, String family) {
        assertThat(Foods.of(FoodName.of(name)))
                .hasValueSatisfying(known -> {
                    assertThat(known.name()).isEqualTo(food);
                    assertThat(known.family()).isEqualTo(family);
                });
    }

    @Test
    void nameWrittenByEarIsTheSameFood() {
        assertThat(Foods.same(FoodName.of("mozerella"), FoodName.of("mozzarella"))).isTrue();
        assertThat(Foods.same(FoodName.of("vinigeret"), FoodName.of("vinaigrette"))).isFalse();
        assertThat(Foods.same(FoodName.of("ricutto"), FoodName.of("ricotta"))).isTrue();
        assertThat(Foods.same(FoodName.of("custard"), FoodName.of("mustard"))).isFalse();
    }

    @Test
    void whatTheTableDoesNotKnowIsNoFood() {
        assertThat(Foods.of(FoodName.of("frobnicated quux"))).isEmpty();
        assertThat(Foods.of(FoodName.of(""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    scallions                   | green onion
                    spring onions               | scallion
                    cilantro                    | coriander leaves
                    powdered sugar              | confectioners' sugar
                    icing sugar                 | powdered sugar
                    zucchini                    | courgettes
                    eggplant                    | aubergine
                    garbanzo beans              | chickpeas
                    red bell pepper             | red capsicum
                    all-purpose flour           | plain flour
                    AP flour                    | flour
                    baking soda                 | bicarbonate of soda
                    heavy cream                 | double cream
                    superfine sugar             | caster sugar
                    arugula                     | rocket
                    shrimp                      | prawns
                    rutabaga                    | swede
                    golden raisins              | sultanas
                    smoked scallions            | smoked spring onions
                    parsley                     | fresh flat-leaf parsley
                    lemongrass                  | lemon grass
                    mozzarella                  | mozarella
                    cinnamon                    | cinnnamon
                    rosemary                    | rosmeary
                    worcestershire sauce        | worcesteshire sauce
                    """)
    void namesOfOneFoodAreTheSame(String one, String other) {
        assertThat(Foods.same(FoodName.of(one), FoodName.of(other))).isTrue();
        assertThat(Foods.similarity(FoodName.of(one), FoodName.of(other))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    salted butter               | unsalted butter
                    butter                      | unsalted butter
                    light brown sugar           | dark brown sugar
                    whole milk                  | skim milk
                    cumin                       | cumin seed
                    sweetened coconut milk      | unsweetened coconut milk
                    bream                       | cream
                    bourbon                     | scotch
                    dried parsley               | parsley
                    bread without nuts          | nut bread
                    butter or lard              | butter
                    cookies with walnuts        | cookies
                    baking soda                 | baking powder
                    peanut butter               | butter
                    rice                        | mice
                    🍋                          | 🥑
                    """)
    void differentFoodsAreNotTheSame(String one, String other) {
        assertThat(Foods.same(FoodName.of(one), FoodName.of(other))).isFalse();
        assertThat(Foods.similarity(FoodName.of(one), FoodName.of(other))).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    salted butter       | unsalted butter       | 0.80 | 0.90
                    butter              | unsalted butter       | 0.80 | 0.90
                    light brown sugar   | dark brown sugar      | 0.75 | 0.90
                    whole milk          | skim milk             | 0.75 | 0.90
                    red onion           | yellow onion          | 0.75 | 0.85
                    milk                | almond milk           | 0.75 | 0.85
                    butter              | margarine             | 0.60 | 0.65
                    parsley             | cilantro              | 0.60 | 0.65
                    tomato sauce        | soy sauce             | 0.30 | 0.50
                    frobnicated sauce   | soy sauce             | 0.30 | 0.50
                    chicken breast      | chicken broth         | 0.05 | 0.30
                    butter              | salmon                | 0.00 | 0.00
                    quux                | butter                | 0.00 | 0.00
                    """)
    void likenessFallsWithTheDistanceOfTheFoods(
            String one, String other, double least, double most) {
        assertThat(Foods.similarity(FoodName.of(one), FoodName.of(other))).isBetween(least, most);
    }
}
