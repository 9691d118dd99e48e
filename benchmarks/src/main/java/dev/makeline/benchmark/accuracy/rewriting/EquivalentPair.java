package dev.makeline.benchmark.accuracy.rewriting;

import dev.makeline.benchmark.accuracy.draft.Draft;
import dev.makeline.benchmark.accuracy.draft.Form;
import dev.makeline.benchmark.accuracy.draft.Numeral;
import dev.makeline.recipe.Recipe;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A recipe, and a make of it that is written otherwise but means the same.
///
/// @param rewritings what was done, in the order in which it was done; empty when only the form
///   differs
public record EquivalentPair(Recipe recipe, Recipe make, Set<Rewriting> rewritings) {

    private static final List<Numeral> NUMERALS = List.of(Numeral.values());

    /// One rewriting in half of the pairs, several in the other half; each side in a form of its
    /// own.
    public static EquivalentPair of(Draft draft, RandomGenerator random) {
        Set<Rewriting> chosen = EnumSet.noneOf(Rewriting.class);
        List<Rewriting> all = new ArrayList<>(List.of(Rewriting.values()));
        chosen.add(all.get(random.nextInt(all.size())));
        if (random.nextBoolean()) {
            all.stream().filter(_ -> random.nextBoolean()).forEach(chosen::add);
        }
        Draft make = draft;
        Set<Rewriting> done = EnumSet.noneOf(Rewriting.class);
        for (Rewriting rewriting : chosen) {
            Optional<Draft> next = rewriting.apply(make, random);
            if (next.isPresent()) {
                make = next.get();
                done.add(rewriting);
            }
        }
        boolean numbered = random.nextBoolean() && !done.contains(Rewriting.REORDERED);
        return new EquivalentPair(
                form(numbered, random).write(draft), form(numbered, random).write(make), done);
    }

    /// Fields or lines, with numbers in any style.
    public static Form form(boolean numbered, RandomGenerator random) {
        return new Form(
                random.nextBoolean(),
                NUMERALS.get(random.nextInt(NUMERALS.size())),
                random.nextInt(4) == 0,
                numbered);
    }
}
