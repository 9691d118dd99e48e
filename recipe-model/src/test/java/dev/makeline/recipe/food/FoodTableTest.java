package dev.makeline.recipe.food;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FoodTableTest {

    private final List<Food> foods = FoodTable.read().foods();

    @Test
    void noNameMeansTwoFoods() {
        Map<String, Food> byName = new HashMap<>();

        for (Food food : foods) {
            for (String name : names(food)) {
                Food other = byName.put(FoodWords.joined(FoodWords.of(name)), food);
                assertThat(other).as(name).isIn(null, food);
            }
        }
        assertThat(byName).hasSizeGreaterThan(1500);
    }

    @Test
    void everyFamilyHasFoodsToChooseFrom() {
        assertThat(foods.stream().collect(groupingBy(Food::family, counting())))
                .allSatisfy((family, members) -> assertThat(members).as(family).isGreaterThan(1));
    }

    @Test
    void everyFoodIsFoundByEachOfItsNames() {
        for (Food food : foods) {
            for (String name : names(food)) {
                assertThat(Foods.of(FoodName.of(name))).as(name).contains(food);
            }
        }
    }

    @Test
    void everyAllergenIsOfSomeFood() {
        Set<Allergen> named = new HashSet<>();
        foods.forEach(food -> named.addAll(food.allergens()));

        assertThat(named).containsExactlyInAnyOrder(Allergen.values());
    }

    @Test
    void wheatIsAlwaysACerealWithGluten() {
        assertThat(foods)
                .filteredOn(food -> food.allergens().contains(Allergen.WHEAT))
                .allSatisfy(food -> assertThat(food.allergens()).contains(Allergen.GLUTEN_CEREALS));
    }

    @Test
    void theEuropeanUnionHasFourteenAllergensAndTheUnitedStatesNine() {
        assertThat(Stream.of(Allergen.values()).filter(Allergen::inEu)).hasSize(14);
        assertThat(Stream.of(Allergen.values()).filter(Allergen::inUs)).hasSize(9);
    }

    private static List<String> names(Food food) {
        return Stream.concat(Stream.of(food.name()), food.synonyms().stream()).toList();
    }
}
