package dev.makeline.benchmark.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PopularityTest {

    @Property
    void allSharesTogetherAreAllMakesOfAllRecipes(
            @ForAll @IntRange(min = 1, max = 20_000) int recipes,
            @ForAll @DoubleRange(max = 2) double exponent) {
        Popularity popularity = Popularity.zipf(recipes, exponent);

        assertThat(popularity.groups().stream().mapToDouble(Popularity.Group::whole).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(popularity.groups().stream().mapToInt(Popularity.Group::recipes).sum())
                .isEqualTo(recipes);
    }

    @Property
    void theBusiestShardHasNoLessThanItsPartAndNoMoreThanAll(
            @ForAll @IntRange(min = 1, max = 64) int shards,
            @ForAll @IntRange(min = 1, max = 64) int parts) {
        double busiest = Popularity.zipf(1_000, 1).busiestShard(shards, parts);

        assertThat(busiest).isBetween(1.0 / shards - 1e-9, 1 + 1e-9);
    }

    @Test
    void theSecondRecipeHasHalfOfTheFirst() {
        var groups = Popularity.zipf(100, 1).groups();

        assertThat(groups.get(1).share()).isCloseTo(groups.get(0).share() / 2, within(1e-12));
    }

    @Test
    void makesOfOneRecipeAreCountedTogether() {
        assertThat(Popularity.zipf(1, 1).transactions(98, 49)).isEqualTo(2);
    }

    @Test
    void makesOfVeryManyRecipesAreCountedOneByOne() {
        assertThat(Popularity.zipf(1_000_000, 0).transactions(200, 49)).isCloseTo(200, within(0.1));
    }
}
