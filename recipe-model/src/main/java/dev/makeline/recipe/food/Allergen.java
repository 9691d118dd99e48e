package dev.makeline.recipe.food;

import java.util.Locale;

/// What has to be named on a label: the fourteen of the European Union (Regulation 1169/2011, Annex
/// II) and the nine of the United States (FALCPA and the FASTER Act). They differ in cereals: the
/// EU names all that have gluten, the US wheat alone, so bread has both [#GLUTEN_CEREALS] and
/// [#WHEAT], rye only the first.
///
/// Coconut is a tree nut in neither list; pine nuts are one in the US only, and are named
/// [#TREE_NUTS] here.
public enum Allergen {
    GLUTEN_CEREALS("Cereals with gluten", true, false),
    WHEAT("Wheat", false, true),
    CRUSTACEANS("Crustaceans", true, true),
    EGGS("Eggs", true, true),
    FISH("Fish", true, true),
    PEANUTS("Peanuts", true, true),
    SOYBEANS("Soybeans", true, true),
    MILK("Milk", true, true),
    TREE_NUTS("Tree nuts", true, true),
    CELERY("Celery", true, false),
    MUSTARD("Mustard", true, false),
    SESAME("Sesame", true, true),
    SULPHITES("Sulphites", true, false),
    LUPIN("Lupin", true, false),
    MOLLUSCS("Molluscs", true, false);

    private final String label;
    private final boolean inEu;
    private final boolean inUs;

    Allergen(String label, boolean inEu, boolean inUs) {
        this.label = label;
        this.inEu = inEu;
        this.inUs = inUs;
    }

    /// How people read it, in English.
    public String label() {
        return label;
    }

    /// Whether it is one of the fourteen of the European Union.
    public boolean inEu() {
        return inEu;
    }

    /// Whether it is one of the nine of the United States.
    public boolean inUs() {
        return inUs;
    }

    /// @param word its name in the tables, as in "tree nuts"
    static Allergen named(String word) {
        return valueOf(word.strip().toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
