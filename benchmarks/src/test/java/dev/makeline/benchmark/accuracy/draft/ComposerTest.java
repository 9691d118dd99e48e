package dev.makeline.benchmark.accuracy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComposerTest {

    @Test
    void theSameRandomNumbersGiveTheSameRecipe() {
        assertThat(new Composer(new Random(7)).compose())
                .isEqualTo(new Composer(new Random(7)).compose())
                .isNotEqualTo(new Composer(new Random(8)).compose());
    }

    @Test
    void noTwoFoodsOrStepsOfARecipeAreAlike() {
        List<Draft> recipes =
                IntStream.range(0, 300)
                        .mapToObj(seed -> new Composer(new Random(seed)).compose())
                        .toList();

        assertThat(recipes)
                .allSatisfy(recipe -> {
                    assertThat(recipe.ingredients())
                            .extracting(DraftIngredient::text)
                            .doesNotHaveDuplicates();
                    assertThat(recipe.steps()).doesNotHaveDuplicates().hasSizeBetween(5, 9);
                    assertThat(recipe.measured()).isBetween(6L, 12L);
                });
    }

    @Test
    void everySlotOfEveryStepIsFilled() {
        assertThat(IntStream.range(0, 300).boxed())
                .allSatisfy(seed ->
                        assertThat(new Composer(new Random(seed)).compose().steps())
                                .noneMatch(step -> step.contains("{")));
    }
}
