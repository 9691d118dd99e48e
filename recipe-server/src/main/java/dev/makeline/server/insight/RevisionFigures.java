package dev.makeline.server.insight;

import dev.makeline.recipe.food.FoodName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What is known of the makes that were compared with one revision, ingredient by ingredient.
/// Figures of parts add up to the figures of the whole, in any order, as long as no limit is
/// reached.
///
/// @param makes all of them
/// @param ratings of all that were rated
/// @param ingredients by their place in the revision, from 0; the first [#INGREDIENTS]
/// @param substitutions by ingredient and food; the [#SUBSTITUTIONS] with the most makes
/// @param otherSubstitutions in makes, of those that are not listed
/// @param latest the newest [#POINTS], the newest first
record RevisionFigures(
        long makes,
        Moments ratings,
        Map<Integer, IngredientFigures> ingredients,
        Map<String, SubstitutionFigures> substitutions,
        long otherSubstitutions,
        List<MakePoint> latest) {

    static final int INGREDIENTS = 200;
    static final int SUBSTITUTIONS = 300;
    static final int POINTS = 100;

    static final RevisionFigures NONE =
            new RevisionFigures(0, Moments.NONE, Map.of(), Map.of(), 0, List.of());

    /// Uses remembered of all points together, so that a row stays small when makes differ in
    /// everything.
    private static final int USES = 2_000;

    private static final Comparator<Map.Entry<String, SubstitutionFigures>> RAREST_FIRST =
            Comparator.<Map.Entry<String, SubstitutionFigures>>comparingLong(
                            entry -> entry.getValue().makes())
                    .thenComparing(Map.Entry::getKey, Comparator.reverseOrder());

    RevisionFigures {
        ingredients = Map.copyOf(ingredients);
        substitutions = Map.copyOf(substitutions);
        latest = List.copyOf(latest);
    }

    static RevisionFigures of(CountedMake make) {
        Moments ratings = make.rating().map(Moments::of).orElse(Moments.NONE);
        Map<Integer, IngredientFigures> ingredients = new HashMap<>();
        Map<String, SubstitutionFigures> substitutions = new HashMap<>();
        Set<Integer> known = new HashSet<>();
        for (CountedMake.Use use : make.uses()) {
            if (use.ingredient() < INGREDIENTS && known.add(use.ingredient())) {
                ingredients.put(use.ingredient(), IngredientFigures.of(use));
                use.to()
                        .ifPresent(to ->
                                substitutions.put(
                                        key(use.ingredient(), to),
                                        new SubstitutionFigures(
                                                use.ingredient(),
                                                use.from().orElse(""),
                                                to,
                                                1,
                                                ratings)));
            }
        }
        return new RevisionFigures(
                1, ratings, ingredients, substitutions, 0, List.of(MakePoint.of(make, true)));
    }

    RevisionFigures plus(RevisionFigures other) {
        TreeMap<String, SubstitutionFigures> all =
                new TreeMap<>(
                        MergedMaps.merge(
                                substitutions, other.substitutions, SubstitutionFigures::plus));
        long others = otherSubstitutions + other.otherSubstitutions;
        if (all.size() > SUBSTITUTIONS) {
            for (var rarest :
                    all.entrySet().stream()
                            .sorted(RAREST_FIRST)
                            .limit(all.size() - (long) SUBSTITUTIONS)
                            .map(Map.Entry::copyOf)
                            .toList()) {
                all.remove(rarest.getKey());
                others += rarest.getValue().makes();
            }
        }
        return new RevisionFigures(
                makes + other.makes,
                ratings.plus(other.ratings),
                MergedMaps.merge(ingredients, other.ingredients, IngredientFigures::plus),
                all,
                others,
                bounded(MakePoint.newest(latest, other.latest, POINTS)));
    }

    private static List<MakePoint> bounded(List<MakePoint> points) {
        int uses = 0;
        int kept = 0;
        for (MakePoint point : points) {
            uses += point.uses().size();
            if (uses > USES && kept > 0) {
                break;
            }
            kept++;
        }
        return points.subList(0, kept);
    }

    private static String key(int ingredient, String to) {
        return ingredient + "#" + FoodName.of(to).normal();
    }
}
