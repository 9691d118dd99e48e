package dev.makeline.benchmark.accuracy.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Claim SALT = new Claim("quantity-changed", Place.recipeIngredient(0));
    private static final Claim BAKING = new Claim("time-changed", Place.recipeStep(3));
    private static final Claim GARNISH = new Claim("step-added", Place.makeStep(4));

    @Test
    void claimsThatAreAllRightScoreOne() {
        Tally tally = Tally.of(List.of(SALT, BAKING), List.of(BAKING, SALT));

        assertThat(tally.f1()).isEqualTo(1);
        assertThat(tally.precision()).isEqualTo(1);
        assertThat(tally.recall()).isEqualTo(1);
    }

    @Test
    void oneMissedLowersRecallAlone() {
        Tally tally = Tally.of(List.of(SALT), List.of(SALT, BAKING));

        assertThat(tally.precision()).isEqualTo(1);
        assertThat(tally.recall()).isEqualTo(0.5);
        assertThat(tally.f1()).isEqualTo(2.0 / 3, within(1e-9));
    }

    @Test
    void oneInventedLowersPrecisionAlone() {
        Tally tally = Tally.of(List.of(SALT, GARNISH), List.of(SALT));

        assertThat(tally.precision()).isEqualTo(0.5);
        assertThat(tally.recall()).isEqualTo(1);
    }

    @Test
    void theRightKindAtAnotherPlaceIsWrong() {
        Claim elsewhere = new Claim("quantity-changed", Place.makeIngredient(0));

        assertThat(Tally.of(List.of(elsewhere), List.of(SALT)).right()).isZero();
    }

    @Test
    void nothingClaimedWhereNothingIsDifferentScoresOne() {
        assertThat(Tally.of(List.of(), List.of()).f1()).isEqualTo(1);
    }

    @Test
    void kindsAreCountedApartAndWeighTheSameTogether() {
        KindTallies tallies = new KindTallies();

        tallies.add(List.of(SALT, GARNISH), List.of(SALT, BAKING));

        assertThat(tallies.byKind())
                .containsEntry("quantity-changed", new Tally(1, 1, 1))
                .containsEntry("time-changed", new Tally(0, 0, 1))
                .containsEntry("step-added", new Tally(0, 1, 0));
        assertThat(tallies.micro()).isEqualTo(new Tally(1, 2, 2));
    }
}
