package dev.makeline.benchmark.accuracy;

import dev.makeline.benchmark.accuracy.edit.EditedPair;
import dev.makeline.benchmark.accuracy.score.Claim;
import dev.makeline.benchmark.accuracy.score.Compared;
import dev.makeline.benchmark.accuracy.score.KindTallies;
import dev.makeline.benchmark.accuracy.score.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Scores what the comparison claims of pairs with known edits, every other one also in another
/// size: micro-F1 over kind and place.
final class SeededEdits {

    private static final double TARGET = 0.98;
    private static final int SHOWN = 60;

    private SeededEdits() {}

    static Measured measure(BaseRecipes bases, int pairs, long seed) {
        KindTallies tallies = new KindTallies();
        int made = 0;
        int rescaled = 0;
        int exact = 0;
        List<String> shown = new ArrayList<>();
        // Recipes without a place for the drawn edits are passed over; a bound ends a hopeless run.
        for (int number = 0; made < pairs && number < 20 * pairs; number++) {
            RandomGenerator random = BaseRecipes.random(seed, number);
            boolean rescale = made % 2 == 1;
            Optional<EditedPair> drawn = EditedPair.of(bases.choose(random), rescale, random);
            if (drawn.isEmpty()) {
                continue;
            }
            EditedPair pair = drawn.get();
            made++;
            rescaled += rescale ? 1 : 0;
            List<Claim> claims = Compared.claims(pair.recipe(), pair.make());
            tallies.add(claims, pair.expected());
            List<String> wrong = wrong(claims, pair.expected());
            exact += wrong.isEmpty() ? 1 : 0;
            if (!wrong.isEmpty() && shown.size() < SHOWN) {
                shown.add(
                        PairText.of(
                                "edited pair %d%s".formatted(number, rescale ? ", rescaled" : ""),
                                pair.recipe(),
                                pair.make(),
                                wrong));
            }
        }
        Tally all = tallies.micro();
        return new Measured(
                List.of(
                        Row.atLeast(
                                "F1 of seeded edits of " + bases.description(),
                                all.f1(),
                                TARGET,
                                String.format(
                                        Locale.ROOT,
                                        "precision %.3f, recall %.3f; %d edits in %d pairs, %d of them rescaled; %d pairs without fault",
                                        all.precision(),
                                        all.recall(),
                                        all.expected(),
                                        made,
                                        rescaled,
                                        exact))),
                List.of(
                        KindTable.of(
                                "Seeded edits of " + bases.description() + ", by kind:", tallies)),
                shown);
    }

    /// What was missed and what was invented.
    static List<String> wrong(List<Claim> claims, List<Claim> expected) {
        return Stream.concat(
                        expected.stream()
                                .filter(claim -> !claims.contains(claim))
                                .map(claim -> "missed " + claim),
                        claims.stream()
                                .filter(claim -> !expected.contains(claim))
                                .map(claim -> "invented " + claim))
                .toList();
    }
}
