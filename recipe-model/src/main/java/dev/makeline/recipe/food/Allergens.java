package dev.makeline.recipe.food;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names the allergens in foods, by their nature or usual recipe; traces and what a label would add
/// are not known here. It rather names one too many: nothing is left out because of a spelling that
/// is only alike.
public final class Allergens {

    private static final Resource TABLE = Resource.read("allergens.txt");

    /// What phrases such as "vegan" or "gluten-free" exclude.
    private static final Map<String, Set<Allergen>> EXCLUDED = excluded();

    /// Of which families a food is made when one of their foods stands before it: "almond flour".
    private static final Map<String, Set<String>> MADE_OF = madeOf();

    private Allergens() {}

    /// The allergens of everything that a text names, as in "cookies with walnuts". What the text
    /// excludes ("gluten-free flour", "vegan butter", "pesto without nuts") is left out.
    public static Set<Allergen> in(FoodName name) {
        AllergenScan scan = new AllergenScan();
        for (String clause : NameOrder.clauses(name.text())) {
            scan.read(FoodWords.of(clause));
        }
        return scan.found();
    }

    /// What a phrase excludes; empty for one that excludes nothing.
    ///
    /// @param joined words as [FoodWords#joined] gives them
    static Set<Allergen> excludedBy(String joined) {
        return EXCLUDED.getOrDefault(joined, Set.of());
    }

    /// Whether a food such as "flour" is made of the food named before it, and not of its own.
    static boolean isMadeOf(String word, Food before) {
        return MADE_OF.getOrDefault(word, Set.of()).contains(before.family());
    }

    private static Map<String, Set<Allergen>> excluded() {
        Map<String, Set<Allergen>> excluded = new HashMap<>();
        for (String line : TABLE.section("excludes")) {
            String[] sides = line.split("=", -1);
            Set<Allergen> allergens = EnumSet.noneOf(Allergen.class);
            for (String allergen : sides[1].split(",", -1)) {
                allergens.add(Allergen.named(allergen));
            }
            for (String phrase : sides[0].split(",", -1)) {
                excluded.put(FoodWords.joined(FoodWords.of(phrase)), allergens);
            }
        }
        return Map.copyOf(excluded);
    }

    private static Map<String, Set<String>> madeOf() {
        Map<String, Set<String>> madeOf = new HashMap<>();
        for (String line : TABLE.section("made of")) {
            String[] sides = line.split("=", -1);
            Set<String> families = new HashSet<>();
            for (String family : List.of(sides[1].split(",", -1))) {
                families.add(family.strip());
            }
            for (String word : sides[0].split(",", -1)) {
                madeOf.put(FoodWords.joined(FoodWords.of(word)), families);
            }
        }
        return Map.copyOf(madeOf);
    }
}
