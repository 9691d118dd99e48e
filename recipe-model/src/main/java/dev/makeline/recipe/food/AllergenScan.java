package dev.makeline.recipe.food;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// One pass over a text, clause by clause: the longest foods that it names and what it excludes. An
/// exclusion holds for the foods between two of "and", "or", "with" and commas; a clause that only
/// excludes, as in "flour, gluten-free", holds for the clause before it.
final class AllergenScan {

    private static final Set<String> BOUNDARIES = Set.of("and", "or", "with", "plus");
    private static final Set<String> WITHOUT = Set.of("without", "no", "minus");

    private final Set<Allergen> settled = EnumSet.noneOf(Allergen.class);
    private final Set<Allergen> open = EnumSet.noneOf(Allergen.class);
    private final Set<Allergen> excluded = EnumSet.noneOf(Allergen.class);

    /// Reads the words between two commas.
    void read(List<String> words) {
        int i = 0;
        int foodBefore = FoodTable.UNKNOWN;
        startClause(words);
        while (i < words.size()) {
            int exclusion = exclusion(words, i);
            if (exclusion > i) {
                i = exclusion;
                foodBefore = FoodTable.UNKNOWN;
                continue;
            }
            int end = foodEnd(words, i);
            if (end == i) {
                if (BOUNDARIES.contains(words.get(i))) {
                    startClause(words.subList(i + 1, words.size()));
                }
                foodBefore = FoodTable.UNKNOWN;
                i++;
                continue;
            }
            int food = place(words, i, end);
            add(words.subList(i, end), food, foodBefore);
            foodBefore = food;
            i = end;
        }
    }

    Set<Allergen> found() {
        settle();
        return Set.copyOf(settled);
    }

    private void settle() {
        open.removeAll(excluded);
        settled.addAll(open);
        open.clear();
        excluded.clear();
    }

    private void startClause(List<String> words) {
        if (namesAnyFood(words)) {
            settle();
        }
    }

    private static boolean namesAnyFood(List<String> words) {
        int i = 0;
        while (i < words.size() && !BOUNDARIES.contains(words.get(i))) {
            int exclusion = new AllergenScan().exclusion(words, i);
            if (exclusion == i && foodEnd(words, i) > i) {
                return true;
            }
            i = Math.max(exclusion, i + 1);
        }
        return false;
    }

    private void add(List<String> name, int food, int foodBefore) {
        boolean replaced =
                name.size() == 1
                        && foodBefore != FoodTable.UNKNOWN
                        && Allergens.isMadeOf(name.getFirst(), FoodTable.KNOWN.food(foodBefore));
        if (!replaced) {
            open.addAll(FoodTable.KNOWN.food(food).allergens());
        }
    }

    /// The end of a phrase that excludes and starts at `i`; `i` without one.
    private int exclusion(List<String> words, int i) {
        for (int end = Math.min(i + 3, words.size()); end > i; end--) {
            Set<Allergen> phrase = Allergens.excludedBy(FoodWords.joined(words.subList(i, end)));
            if (!phrase.isEmpty()) {
                excluded.addAll(phrase);
                return end;
            }
        }
        return excludedFood(words, i);
    }

    /// "without nuts", "walnut-free".
    private int excludedFood(List<String> words, int i) {
        boolean without = WITHOUT.contains(words.get(i));
        int start = without ? i + 1 : i;
        int end = foodEnd(words, start);
        boolean free =
                end < words.size()
                        && words.get(end).equals("free")
                        && (end + 1 == words.size() || !words.get(end + 1).equals("range"));
        if (end == start || !(without || free)) {
            return i;
        }
        excluded.addAll(FoodTable.KNOWN.food(place(words, start, end)).allergens());
        return without ? end : end + 1;
    }

    /// The end of the longest name of a food that starts at `i`; `i` without one.
    private static int foodEnd(List<String> words, int i) {
        int longest = Math.min(i + FoodTable.KNOWN.longest(), words.size());
        for (int end = longest; end > i; end--) {
            if (place(words, i, end) != FoodTable.UNKNOWN) {
                return end;
            }
        }
        return i;
    }

    private static int place(List<String> words, int from, int end) {
        return FoodTable.KNOWN.find(FoodWords.joined(words.subList(from, end)));
    }
}
