package dev.makeline.recipe.food;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// One pass over the clauses of a text, telling what they name and what they exclude.
///
/// An exclusion holds for the foods between two of "and", "or", "with" and commas. A clause that
/// only excludes, as the second of "flour, gluten-free", holds for the one before it.
final class AllergenScan {

    private static final Set<String> BOUNDARIES = Set.of("and", "or", "with", "plus");
    private static final Set<String> WITHOUT = Set.of("without", "no", "minus");

    private final Set<Allergen> settled = EnumSet.noneOf(Allergen.class);
    private final Set<Allergen> open = EnumSet.noneOf(Allergen.class);
    private final Set<Allergen> excluded = EnumSet.noneOf(Allergen.class);

    /// Reads what stands between two commas.
    void read(List<String> words) {
        List<AllergenTerm> clause = new ArrayList<>();
        for (AllergenTerm term : AllergenTerm.of(words)) {
            if (term instanceof AllergenTerm.Word word && BOUNDARIES.contains(word.text())) {
                readClause(clause);
                clause.clear();
            } else {
                clause.add(term);
            }
        }
        readClause(clause);
    }

    Set<Allergen> found() {
        settle();
        return Set.copyOf(settled);
    }

    private void readClause(List<AllergenTerm> clause) {
        boolean names = false;
        for (int i = 0; i < clause.size(); i++) {
            names |= clause.get(i) instanceof AllergenTerm.Named && !isExcluded(clause, i);
        }
        if (names) {
            settle();
        }
        for (int i = 0; i < clause.size(); i++) {
            readTerm(clause, i);
        }
    }

    private void readTerm(List<AllergenTerm> clause, int i) {
        switch (clause.get(i)) {
            case AllergenTerm.Excluding phrase -> excluded.addAll(phrase.allergens());
            case AllergenTerm.Named named -> {
                if (isExcluded(clause, i)) {
                    excluded.addAll(named.food().allergens());
                } else if (i == 0 || !named.isMadeOf(clause.get(i - 1))) {
                    open.addAll(named.food().allergens());
                }
            }
            case AllergenTerm.Word _ -> {}
        }
    }

    /// "without nuts", "walnut-free".
    private static boolean isExcluded(List<AllergenTerm> clause, int i) {
        boolean without =
                i > 0
                        && clause.get(i - 1) instanceof AllergenTerm.Word before
                        && WITHOUT.contains(before.text());
        boolean free =
                i + 1 < clause.size()
                        && clause.get(i + 1) instanceof AllergenTerm.Word after
                        && after.text().equals("free");
        boolean freeRange =
                i + 2 < clause.size()
                        && clause.get(i + 2) instanceof AllergenTerm.Word range
                        && range.text().equals("range");
        return without || (free && !freeRange);
    }

    private void settle() {
        open.removeAll(excluded);
        settled.addAll(open);
        open.clear();
        excluded.clear();
    }
}
