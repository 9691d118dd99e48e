package dev.makeline.benchmark.accuracy;

import dev.makeline.benchmark.accuracy.rewriting.EquivalentPair;
import dev.makeline.benchmark.accuracy.rewriting.Rewriting;
import dev.makeline.benchmark.accuracy.score.Claim;
import dev.makeline.benchmark.accuracy.score.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Counts the differences that the comparison claims between recipes that mean the same: none is
/// right.
final class EquivalentPairs {

    private static final int SHOWN = 20;

    private EquivalentPairs() {}

    static Measured measure(BaseRecipes bases, int pairs, long seed) {
        int differences = 0;
        int failed = 0;
        Map<String, Integer> byRewriting = new TreeMap<>();
        Map<String, Integer> byKind = new TreeMap<>();
        List<String> shown = new ArrayList<>();
        for (int number = 0; number < pairs; number++) {
            RandomGenerator random = BaseRecipes.random(seed, number);
            EquivalentPair pair = EquivalentPair.of(bases.choose(random), random);
            List<Claim> claims = Compared.claims(pair.recipe(), pair.make());
            differences += claims.size();
            failed += claims.isEmpty() ? 0 : 1;
            claims.forEach(claim -> byKind.merge(claim.kind(), 1, Integer::sum));
            if (!claims.isEmpty()) {
                byRewriting.merge(name(pair.rewritings()), 1, Integer::sum);
                if (shown.size() < SHOWN) {
                    shown.add(
                            PairText.of(
                                    "equivalent pair %d, %s".formatted(number, pair.rewritings()),
                                    pair.recipe(),
                                    pair.make(),
                                    claims.stream().map(Claim::toString).toList()));
                }
            }
        }
        List<String> notes =
                failed == 0
                        ? List.of()
                        : List.of(
                                "Equivalent pairs of %s with differences, by what was rewritten: %s; by kind: %s"
                                        .formatted(bases.description(), byRewriting, byKind));
        return new Measured(
                List.of(
                        Row.atMost(
                                "differences of equivalent pairs of " + bases.description(),
                                differences,
                                0,
                                "%d of %d pairs".formatted(failed, pairs))),
                notes,
                shown);
    }

    private static String name(Set<Rewriting> rewritings) {
        return switch (rewritings.size()) {
            case 0 -> "FORM";
            case 1 -> rewritings.iterator().next().name();
            default -> "COMBINED";
        };
    }
}
