package dev.makeline.recipe.compare;

import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.food.FoodName;
import dev.makeline.recipe.food.Foods;
import dev.makeline.recipe.quantity.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds which ingredient of a make stands for which of the recipe: first the foods that both have
/// once, then the best overall assignment of the others by food, amount, id and neighbours. The
/// same from either side; the order of ingredients decides between equals alone.
final class IngredientMatching {

    /// From this likeness on, one food may have taken the place of another: those of one family and
    /// those that share their main word.
    private static final double LIKE = 0.45;

    private static final double AMOUNT_WORTH = 0.2;
    private static final double ID_WORTH = 0.05;
    private static final double PLACE_WORTH = 0.15;

    /// Decides between equals alone, since the order of ingredients makes no difference.
    private static final double PLACE_WORTH_OF_SAME = 0.001;

    /// Of two that fit as well, that which was prepared alike.
    private static final double PREPARATION_WORTH = 0.002;

    /// An unlike food between the same neighbours, measured alike.
    private static final double IN_PLACE_OF = 0.45;

    /// Up to a third more or less.
    private static final double SAME_MEASURE = 0.6;

    private final Recipe recipeDocument;
    private final Recipe makeDocument;
    private final List<ReadIngredient> recipe;
    private final List<ReadIngredient> make;
    private final List<IngredientPair> pairs = new ArrayList<>();

    private IngredientMatching(
            Recipe recipeDocument,
            Recipe makeDocument,
            List<ReadIngredient> recipe,
            List<ReadIngredient> make) {
        this.recipeDocument = recipeDocument;
        this.makeDocument = makeDocument;
        this.recipe = recipe;
        this.make = make;
    }

    static IngredientMatch match(
            Recipe recipeDocument,
            Recipe makeDocument,
            List<ReadIngredient> recipe,
            List<ReadIngredient> make) {
        // Several assignments may be equally good: always looking from the same side makes the
        // swapped match the mirror of this one.
        if (order(recipe, make) > 0) {
            return match(makeDocument, recipeDocument, make, recipe).mirrored();
        }
        return new IngredientMatching(recipeDocument, makeDocument, recipe, make).match();
    }

    private IngredientMatch match() {
        pairFoodsThatBothHaveOnce();
        if (pairs.size() < recipe.size() && pairs.size() < make.size()) {
            assignTheOthers();
        }
        return IngredientMatch.of(recipe, make, pairs);
    }

    private void pairFoodsThatBothHaveOnce() {
        Map<FoodName, List<ReadIngredient>> ofMake = byFood(make);
        byFood(recipe)
                .forEach((food, entries) -> {
                    List<ReadIngredient> others = ofMake.getOrDefault(food, List.of());
                    if (entries.size() == 1 && others.size() == 1) {
                        pairs.add(new IngredientPair(entries.getFirst(), others.getFirst(), 1));
                    }
                });
    }

    private static Map<FoodName, List<ReadIngredient>> byFood(List<ReadIngredient> ingredients) {
        Map<FoodName, List<ReadIngredient>> byFood = HashMap.newHashMap(ingredients.size());
        for (ReadIngredient ingredient : ingredients) {
            byFood.computeIfAbsent(ingredient.food(), _ -> new ArrayList<>(1)).add(ingredient);
        }
        return byFood;
    }

    private void assignTheOthers() {
        Rational batch = BatchInference.of(recipeDocument, makeDocument, pairs).value();
        IngredientMatch sofar = IngredientMatch.of(recipe, make, pairs);
        Neighbours neighbours = Neighbours.of(recipe.size(), make.size(), pairs);
        List<ReadIngredient> rows = sofar.removed();
        List<ReadIngredient> columns = sofar.added();
        double[][] likeness = new double[rows.size()][columns.size()];
        double[][] worth = new double[rows.size()][columns.size()];
        List<Set<String>> done = rows.stream().map(PreparationChange::done).toList();
        List<Set<String>> doneInMake = columns.stream().map(PreparationChange::done).toList();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                likeness[i][j] = Foods.similarity(rows.get(i).food(), columns.get(j).food());
                worth[i][j] = worth(rows.get(i), columns.get(j), likeness[i][j], batch, neighbours);
                if (worth[i][j] > 0 && done.get(i).equals(doneInMake.get(j))) {
                    worth[i][j] += PREPARATION_WORTH;
                }
            }
        }
        int[] assigned = Assignment.of(worth, columns.size());
        for (int i = 0; i < assigned.length; i++) {
            if (assigned[i] != Assignment.NONE) {
                int j = assigned[i];
                pairs.add(new IngredientPair(rows.get(i), columns.get(j), likeness[i][j]));
            }
        }
    }

    private static double worth(
            ReadIngredient one,
            ReadIngredient other,
            double likeness,
            Rational batch,
            Neighbours neighbours) {
        if (likeness < LIKE && !neighbours.areInOneGap(one.index(), other.index())) {
            return 0;
        }
        boolean samePlace = neighbours.areShared(one.index(), other.index());
        double closeness = AmountCloseness.of(one, other, batch);
        if (likeness < LIKE) {
            boolean instead = closeness == 1 || (samePlace && closeness >= SAME_MEASURE);
            return instead ? IN_PLACE_OF * closeness + likeness : 0;
        }
        boolean sameId =
                one.written().ingredientId().isPresent()
                        && one.written().ingredientId().equals(other.written().ingredientId());
        double placeWorth = likeness == 1 ? PLACE_WORTH_OF_SAME : PLACE_WORTH;
        return likeness
                + AMOUNT_WORTH * closeness
                + (sameId ? ID_WORTH : 0)
                + (samePlace ? placeWorth : 0);
    }

    private static int order(List<ReadIngredient> one, List<ReadIngredient> other) {
        int bySize = Integer.compare(one.size(), other.size());
        if (bySize != 0) {
            return bySize;
        }
        List<String> names = names(one);
        List<String> otherNames = names(other);
        for (int i = 0; i < names.size(); i++) {
            int byName = names.get(i).compareTo(otherNames.get(i));
            if (byName != 0) {
                return byName;
            }
        }
        return 0;
    }

    private static List<String> names(List<ReadIngredient> ingredients) {
        return ingredients.stream()
                .map(ingredient -> ingredient.name() + ' ' + ingredient.amounts())
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
