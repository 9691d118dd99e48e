package dev.makeline.benchmark.accuracy.edit;

import dev.makeline.benchmark.accuracy.draft.Draft;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/// Edits of what a recipe says about itself.
final class HeaderEdits {

    private static final List<Double> YIELDS = List.of(0.5, 1.5, 2.0, 3.0);

    private HeaderEdits() {}

    static boolean servings(EditScript script, RandomGenerator random) {
        Draft header = script.header();
        if (!header.servings().equals(script.recipe().servings()) || header.servings().isEmpty()) {
            return false;
        }
        int servings = header.servings().getAsInt();
        int other = (int) Math.round(servings * YIELDS.get(random.nextInt(YIELDS.size())));
        if (other < 1 || other == servings) {
            return false;
        }
        script.header(header.withServings(OptionalInt.of(other)), "yield-changed", "/servings");
        return true;
    }

    static boolean rating(EditScript script, RandomGenerator random) {
        Draft header = script.header();
        if (!header.rating().equals(script.recipe().rating()) || header.rating().isEmpty()) {
            return false;
        }
        int rating = header.rating().getAsInt();
        int other = random.nextInt(1, 6);
        if (other == rating) {
            return false;
        }
        script.header(header.withRating(OptionalInt.of(other)), "rating-changed", "/rating");
        return true;
    }
}
