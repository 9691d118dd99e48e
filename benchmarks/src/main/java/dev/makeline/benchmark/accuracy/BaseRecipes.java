package dev.makeline.benchmark.accuracy;

import dev.makeline.benchmark.accuracy.draft.Composer;
import dev.makeline.benchmark.accuracy.draft.Draft;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The recipes that pairs are made from.
///
/// @param description in the plural, to stand after "of"
record BaseRecipes(String description, Function<RandomGenerator, Draft> choice) {

    /// A new one for each pair.
    static BaseRecipes composed() {
        return new BaseRecipes("composed recipes", random -> new Composer(random).compose());
    }

    /// @param drafts not empty
    static BaseRecipes given(String description, List<Draft> drafts) {
        return new BaseRecipes(description, random -> drafts.get(random.nextInt(drafts.size())));
    }

    Draft choose(RandomGenerator random) {
        return choice.apply(random);
    }

    /// Random numbers of a pair: a function of the seed and the pair's number alone.
    static RandomGenerator random(long seed, int number) {
        // The multiplier spreads neighbouring numbers over the seeds (SplitMix64's constant).
        return RandomGeneratorFactory.of("L64X128MixRandom")
                .create(seed ^ (number * 0x9E3779B97F4A7C15L));
    }
}
