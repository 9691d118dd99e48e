package dev.makeline.recipe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Finds which ingredient of a make stands for which of the recipe.
///
/// In turn: same id and same name; same name; same id. So ids that were numbered anew do not turn
/// butter into flour, and a substitute that took over the id is seen as one. Order never matters:
/// ingredients that share a key are paired smallest to smallest, after those that are the same in
/// every respect when a side has more of them than the other.
final class IngredientMatch {

    private static final Comparator<Entry> BY_AMOUNT =
            Comparator.comparing(Entry::measurement)
                    .thenComparing(entry -> entry.of().quantity().orElse(BigDecimal.ZERO));

    private final List<Entry> recipe;
    private final List<Entry> make;
    private final Pairing pairing;

    private record Entry(int index, Ingredient of, String name, String measurement) {

        Optional<IdAndName> idAndName() {
            return id().map(id -> new IdAndName(id, name));
        }

        Optional<Long> id() {
            return of.ingredientId().isPresent()
                    ? Optional.of(of.ingredientId().getAsLong())
                    : Optional.empty();
        }
    }

    private record IdAndName(long id, String name) {}

    private IngredientMatch(List<Ingredient> recipe, List<Ingredient> make) {
        this.recipe = entries(recipe);
        this.make = entries(make);
        this.pairing = new Pairing(recipe.size(), make.size());
    }

    static Pairing of(List<Ingredient> recipe, List<Ingredient> make) {
        IngredientMatch match = new IngredientMatch(recipe, make);
        match.pairBy(Entry::idAndName);
        match.pairBy(entry -> Optional.of(entry.name()));
        match.pairBy(Entry::id);
        return match.pairing;
    }

    private static List<Entry> entries(List<Ingredient> ingredients) {
        List<Entry> entries = new ArrayList<>(ingredients.size());
        for (Ingredient ingredient : ingredients) {
            entries.add(
                    new Entry(
                            entries.size(),
                            ingredient,
                            Spelling.ofName(ingredient.name()),
                            Spelling.ofMeasurement(ingredient.measurement())));
        }
        return entries;
    }

    private <K> void pairBy(Function<Entry, Optional<K>> key) {
        Map<K, List<Entry>> ofMake = new LinkedHashMap<>();
        for (Entry entry : make) {
            if (!pairing.hasMake(entry.index())) {
                key.apply(entry)
                        .ifPresent(
                                k -> ofMake.computeIfAbsent(k, _ -> new ArrayList<>(1)).add(entry));
            }
        }
        if (ofMake.isEmpty()) {
            return;
        }
        Map<K, List<Entry>> ofRecipe = new LinkedHashMap<>();
        for (Entry entry : recipe) {
            if (!pairing.hasRecipe(entry.index())) {
                key.apply(entry)
                        .filter(ofMake::containsKey)
                        .ifPresent(k ->
                                ofRecipe.computeIfAbsent(k, _ -> new ArrayList<>(1)).add(entry));
            }
        }
        ofRecipe.forEach((k, entries) -> pairGroup(entries, ofMake.getOrDefault(k, List.of())));
    }

    private void pairGroup(List<Entry> recipeGroup, List<Entry> makeGroup) {
        if (recipeGroup.size() != makeGroup.size()) {
            pairWhatIsTheSame(recipeGroup, makeGroup);
        }
        List<Entry> fromRecipe =
                recipeGroup.stream()
                        .filter(entry -> !pairing.hasRecipe(entry.index()))
                        .sorted(BY_AMOUNT)
                        .toList();
        List<Entry> fromMake =
                makeGroup.stream()
                        .filter(entry -> !pairing.hasMake(entry.index()))
                        .sorted(BY_AMOUNT)
                        .toList();
        for (int i = 0; i < Math.min(fromRecipe.size(), fromMake.size()); i++) {
            pairing.pair(fromRecipe.get(i).index(), fromMake.get(i).index());
        }
    }

    private void pairWhatIsTheSame(List<Entry> recipeGroup, List<Entry> makeGroup) {
        for (Entry entry : recipeGroup) {
            makeGroup.stream()
                    .filter(other -> !pairing.hasMake(other.index()))
                    .filter(other -> BY_AMOUNT.compare(entry, other) == 0)
                    .findFirst()
                    .ifPresent(other -> pairing.pair(entry.index(), other.index()));
        }
    }
}
