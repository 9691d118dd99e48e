package dev.makeline.recipe.food;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The foods of the tables, found by their names. A food is known by its place in the list, so that
/// comparing two costs nothing.
final class FoodTable {

    static final int UNKNOWN = -1;

    /// In the order of a shop's aisles; together they are one table.
    private static final List<String> FILES =
            List.of(
                    "foods-dairy.txt",
                    "foods-baking.txt",
                    "foods-produce.txt",
                    "foods-seasoning.txt",
                    "foods-protein.txt",
                    "foods-pantry.txt");

    static final FoodTable KNOWN = read();

    private final List<Food> foods = new ArrayList<>();
    private final List<String> families = new ArrayList<>();
    private final List<Integer> familyOf = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();
    private final List<String> ambiguous = new ArrayList<>();
    private int longest;

    private FoodTable() {}

    static FoodTable read() {
        FoodTable table = new FoodTable();
        for (String file : FILES) {
            Resource.read(file).sections().forEach(table::addFamily);
        }
        if (!table.ambiguous.isEmpty()) {
            throw new IllegalStateException("Names of two foods: " + table.ambiguous);
        }
        return table;
    }

    List<Food> foods() {
        return List.copyOf(foods);
    }

    Food food(int place) {
        return foods.get(place);
    }

    int family(int place) {
        return place == UNKNOWN ? UNKNOWN : familyOf.get(place);
    }

    /// The place of the food with exactly this name, [#UNKNOWN] without one.
    ///
    /// @param joined words as [FoodWords#joined] gives them
    int find(String joined) {
        return byName.getOrDefault(joined, UNKNOWN);
    }

    /// Whether any name of the table has the word.
    boolean hasWord(String word) {
        return vocabulary.contains(word);
    }

    /// How many words the longest name has.
    int longest() {
        return longest;
    }

    private void addFamily(String title, List<String> lines) {
        String[] nameAndAllergens = title.split(":", -1);
        families.add(nameAndAllergens[0].strip());
        Set<Allergen> inherited =
                nameAndAllergens.length > 1 ? allergens(nameAndAllergens[1]) : Set.of();
        for (String line : lines) {
            for (String entry : line.split(";", -1)) {
                if (!entry.isBlank()) {
                    addFood(entry, inherited);
                }
            }
        }
    }

    private void addFood(String entry, Set<Allergen> inherited) {
        String[] namesAndAllergens = entry.split(":", -1);
        List<String> names =
                Arrays.stream(namesAndAllergens[0].split("=", -1)).map(String::strip).toList();
        Set<Allergen> allergens =
                namesAndAllergens.length > 1 ? allergens(namesAndAllergens[1]) : inherited;
        int place = foods.size();
        foods.add(
                new Food(
                        names.getFirst(),
                        families.getLast(),
                        names.subList(1, names.size()),
                        allergens));
        familyOf.add(families.size() - 1);
        names.forEach(name -> addName(name, place));
    }

    private void addName(String name, int place) {
        List<String> words = FoodWords.of(name);
        Integer other = byName.put(FoodWords.joined(words), place);
        if (other != null && other != place) {
            ambiguous.add(
                    "\"%s\" of both %s and %s"
                            .formatted(name, foods.get(other).name(), foods.get(place).name()));
        }
        vocabulary.addAll(words);
        longest = Math.max(longest, words.size());
    }

    private static Set<Allergen> allergens(String list) {
        Set<Allergen> allergens = EnumSet.noneOf(Allergen.class);
        for (String word : list.split(",", -1)) {
            if (!word.isBlank() && !word.strip().equals("none")) {
                allergens.add(Allergen.named(word));
            }
        }
        if (allergens.contains(Allergen.WHEAT)) {
            allergens.add(Allergen.GLUTEN_CEREALS);
        }
        return allergens;
    }
}
