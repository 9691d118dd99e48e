package dev.makeline.recipe.food;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AllergensTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    flour                       | gluten cereals, wheat
                    spelt flour                 | gluten cereals, wheat
                    couscous                    | gluten cereals, wheat
                    panko                       | gluten cereals, wheat
                    seitan                      | gluten cereals, wheat
                    rye bread                   | gluten cereals, wheat
                    rye flour                   | gluten cereals
                    pearl barley                | gluten cereals
                    rolled oats                 | gluten cereals
                    oat milk                    | gluten cereals
                    beer                        | gluten cereals
                    my mother's flour           | gluten cereals, wheat
                    almond flour                | tree nuts
                    cashew flour                | tree nuts
                    walnut flour                | tree nuts
                    rice flour                  | none
                    buckwheat flour             | none
                    corn tortillas              | none
                    flour tortillas             | gluten cereals, wheat
                    lentil pasta                | none
                    spinach pasta               | gluten cereals, wheat
                    rice noodles                | none
                    egg noodles                 | gluten cereals, wheat, eggs
                    gluten-free flour           | none
                    flour, gluten free          | none
                    gluten-free soy sauce       | soybeans
                    milk                        | milk
                    buttermilk                  | milk
                    Aged Mimolette Cheese       | milk
                    ghee                        | milk
                    garlic butter               | milk
                    white chocolate             | milk
                    lactose-free milk           | milk
                    coconut milk                | none
                    light, unsweetened coconut milk | none
                    soy milk                    | soybeans
                    almond milk                 | tree nuts
                    cocoa butter                | none
                    apple butter                | none
                    butter beans                | none
                    butter lettuce              | none
                    butternut squash            | none
                    cream of tartar             | none
                    vegan butter                | none
                    butter (vegan)              | none
                    dairy-free milk             | none
                    dairy-free chocolate chips  | none
                    vegan cheese                | none
                    eggs                        | eggs
                    free-range eggs             | eggs
                    mayonnaise                  | eggs
                    egg-free mayonnaise         | none
                    aquafaba                    | none
                    eggplant                    | none
                    salmon                      | fish
                    fish sauce                  | fish
                    worcestershire sauce        | fish
                    anchovy paste               | fish
                    shrimp                      | crustaceans
                    crab apples                 | none
                    oyster sauce                | gluten cereals, wheat, molluscs
                    oyster mushrooms            | none
                    squid                       | molluscs
                    clam juice                  | molluscs
                    peanut butter               | peanuts
                    groundnut oil               | peanuts
                    soy sauce                   | soybeans, gluten cereals, wheat
                    tamari                      | soybeans
                    tofu                        | soybeans
                    miso                        | soybeans
                    tahini                      | sesame
                    hummus                      | sesame
                    sesame oil                  | sesame
                    pesto                       | milk, tree nuts
                    pesto without nuts          | milk
                    nut-free pesto              | milk
                    marzipan                    | tree nuts
                    nutmeg                      | none
                    coconut                     | none
                    chestnuts                   | none
                    water chestnuts             | none
                    celery salt                 | celery
                    celeriac                    | celery
                    Dijon mustard               | mustard
                    mustard seeds               | mustard
                    lupin flour                 | lupin
                    white wine                  | sulphites
                    dried apricots              | sulphites
                    cookies with walnuts        | gluten cereals, wheat, eggs, milk, tree nuts
                    bread without nuts          | gluten cereals, wheat
                    vegan cookies and milk      | gluten cereals, wheat, milk
                    almond milk chocolate       | tree nuts, milk
                    no-bake cheesecake          | gluten cereals, wheat, eggs, milk
                    chocolate milk, sugar-free  | milk
                    frobnicated quux            | none
                    """)
    void aTextHasTheAllergensOfWhatItNames(String text, String allergens) {
        assertThat(Allergens.in(FoodName.of(text))).isEqualTo(named(allergens));
    }

    private static Set<Allergen> named(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.equals("none"))
                .map(Allergen::named)
                .collect(Collectors.toSet());
    }
}
