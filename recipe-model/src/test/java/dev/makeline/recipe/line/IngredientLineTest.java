package dev.makeline.recipe.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.recipe.line.LineAmount.Role;
import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.quantity.Units;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IngredientLineTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    1 ½ cups (190 g) sifted all-purpose flour, plus extra for dusting | 1.5 190 | cup gram | all-purpose flour | sifted | plus extra for dusting
                    2 TBS soya sauce                         | 2      | tablespoon  | soya sauce        | - | -
                    3 T honey                                | 3      | tablespoon  | honey             | - | -
                    3 t honey                                | 3      | teaspoon    | honey             | - | -
                    2 lbs. turnips, peeled and cubed         | 2      | pound       | turnips           | peeled and cubed | -
                    250g quark                               | 250    | gram        | quark             | - | -
                    2 EL Rapsöl                              | 2      | tablespoon  | Rapsöl            | - | -
                    2 cuillères à soupe de crème             | 2      | tablespoon  | crème             | - | de
                    3-4 garlic cloves, smashed               | 3-4    | clove       | garlic            | smashed | -
                    2 to 2 1/2 cups oat milk                 | 2-2.5  | cup         | oat milk          | - | -
                    1 (14 oz) can chickpeas, drained         | 1 14   | can ounce   | chickpeas         | drained | -
                    2 14-ounce cans lentils                  | 2 14   | can ounce   | lentils           | - | -
                    5 extra-large eggs                       | 5      | extra-large | eggs              | - | -
                    a pinch of smoked paprika                | -      | pinch       | smoked paprika    | - | a of
                    1 cup plus 3 tablespoons rye flour       | 1      | cup         | rye flour         | - | plus 3 tablespoons
                    Juice of 2 blood oranges                 | 2      | -           | blood oranges     | - | Juice of
                    2 teaspoons finely grated fresh turmeric | 2      | teaspoon    | fresh turmeric    | finely grated | -
                    2 tablespoons ghee or coconut oil, melted | 2     | tablespoon  | ghee or coconut oil | melted | -
                    1 teaspoon fresh sage or 1/2 teaspoon dried | 1   | teaspoon    | fresh sage        | - | or 1/2 teaspoon dried
                    3 cups cold oat milk                     | 3      | cup         | oat milk          | cold | -
                    2 pounds boneless, skinless turkey thighs | 2     | pound       | boneless, skinless turkey thighs | - | -
                    1 fig (peeled and diced)                 | 1      | -           | fig               | peeled and diced | -
                    12 finely minced cloves of garlic        | 12     | clove       | garlic            | finely minced | of
                    A few drops pomegranate molasses         | -      | drop        | pomegranate molasses | - | A few
                    1 cup fresh, frozen or canned corn       | 1      | cup         | corn              | - | fresh, frozen or canned
                    2 ripe but firm quinces                  | 2      | -           | ripe but firm quinces | - | -
                    1 cup rye beer, cider, or verjus         | 1      | cup         | rye beer, cider, or verjus | - | -
                    2 leeks, white and green parts, sliced   | 2      | -           | leeks             | sliced | white and green parts
                    1 quince, white pith removed             | 1      | -           | quince            | white pith removed | -
                    1 baked 9-inch tart shell                | 1      | -           | baked tart shell  | - | 9-inch
                    2 limes juiced                           | 2      | -           | limes             | juiced | -
                    Sea salt and freshly ground long pepper to taste | - | -        | Sea salt and freshly ground long pepper | - | to taste
                    """)
    void linesOfRecipesAreTakenApart(
            String line,
            String quantity,
            String unit,
            String name,
            String preparation,
            String comment) {
        IngredientLine reading = IngredientLine.read(line);

        assertThat(reading.quantity()).isEqualTo(orEmpty(quantity));
        assertThat(reading.unit()).isEqualTo(orEmpty(unit));
        assertThat(reading.name()).isEqualTo(name);
        assertThat(reading.preparation()).isEqualTo(orEmpty(preparation));
        assertThat(reading.comment()).isEqualTo(orEmpty(comment));
        assertThat(reading.isUnderstood()).isTrue();
    }

    @Test
    void canWithItsContentHasBothAmounts() {
        IngredientLine reading = IngredientLine.read("2 (15 oz) cans black beans");

        assertThat(reading.amounts())
                .containsExactly(
                        total("2", new Unit.Portion("can")),
                        new LineAmount(amount("15", Units.OUNCE), Role.EACH, false));
    }

    @Test
    void weightInBracketsSaysTheSameAgain() {
        IngredientLine reading = IngredientLine.read("1 cup (240 ml) kefir");

        assertThat(reading.amounts())
                .containsExactly(
                        total("1", Units.CUP),
                        new LineAmount(amount("240", Units.MILLILITRE), Role.EQUIVALENT, false));
    }

    @Test
    void whatIsAddedAndTakenOffIsKept() {
        assertThat(IngredientLine.read("1 cup plus 2 tablespoons sugar").amounts())
                .containsExactly(
                        total("1", Units.CUP),
                        new LineAmount(amount("2", Units.TABLESPOON), Role.ADDED, false));
        assertThat(IngredientLine.read("1 cup minus 2 tablespoons sugar").amounts())
                .containsExactly(
                        total("1", Units.CUP),
                        new LineAmount(amount("2", Units.TABLESPOON), Role.TAKEN_OFF, false));
    }

    @Test
    void sizeInBracketsBeforeTheFoodIsThatOfEach() {
        assertThat(IngredientLine.read("4 (6-ounce) trout fillets").amounts())
                .containsExactly(
                        total("4", Unit.PIECE),
                        new LineAmount(amount("6", Units.OUNCE), Role.EACH, false));
    }

    @Test
    void whatIsAddedCountsInTheTotal() {
        assertThat(IngredientLine.read("1 cup plus 2 tablespoons sugar").total())
                .contains(Amount.of(Rational.of(9, 8), Units.CUP));
        assertThat(IngredientLine.read("1 cup minus 2 tablespoons sugar").total())
                .contains(Amount.of(Rational.of(7, 8), Units.CUP));
        assertThat(IngredientLine.read("1 can plus 2 tablespoons beans").total()).isEmpty();
        assertThat(IngredientLine.read("salt to taste").total()).isEmpty();
    }

    @Test
    void poundsAndOuncesAreOneAmount() {
        assertThat(IngredientLine.read("1 lb 2 oz plums").amounts())
                .containsExactly(total("18", Units.OUNCE));
        assertThat(IngredientLine.read("500g (1 lb 2 oz) plums").amounts())
                .containsExactly(
                        total("500", Units.GRAM),
                        new LineAmount(amount("18", Units.OUNCE), Role.EQUIVALENT, false));
    }

    @Test
    void sameAmountInOtherUnitsIsNoSecondAmount() {
        for (String line :
                List.of("1 cup or 240 ml kefir", "1 cup / 240 ml kefir", "1 cup kefir (240 ml)")) {
            assertThat(IngredientLine.read(line).amounts())
                    .as(line)
                    .containsExactly(
                            total("1", Units.CUP),
                            new LineAmount(
                                    amount("240", Units.MILLILITRE), Role.EQUIVALENT, false));
        }
    }

    @Test
    void pintIsImperialWhereItsMillilitresSaySo() {
        assertThat(IngredientLine.read("1 pint (570 ml) ale").amounts().getFirst().amount())
                .isEqualTo(amount("1", Units.IMPERIAL_PINT));
        assertThat(IngredientLine.read("570 ml/1 pint ale").amounts().getLast().amount())
                .isEqualTo(amount("1", Units.IMPERIAL_PINT));
        assertThat(IngredientLine.read("1 pint (473 ml) ale").amounts().getFirst().amount())
                .isEqualTo(amount("1", Units.PINT));
        assertThat(IngredientLine.read("1 imperial pint ale").amounts().getFirst().amount())
                .isEqualTo(amount("1", Units.IMPERIAL_PINT));
        assertThat(IngredientLine.read("1 pint ale").amounts().getFirst().amount())
                .isEqualTo(amount("1", Units.PINT));
    }

    @Test
    void approximateAmountsAreToldFromExactOnes() {
        assertThat(IngredientLine.read("about 2 cups rye berries").amounts())
                .extracting(LineAmount::approximate)
                .containsExactly(true);
        assertThat(IngredientLine.read("2 cups rye berries (about 13 oz)").amounts())
                .extracting(LineAmount::approximate)
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @CsvSource({
        "1½ cups rye flour, 3/2",
        "1 ½ cups rye flour, 3/2",
        "1 1/2 cups rye flour, 3/2",
        "1.5 cups rye flour, 3/2",
        "1-1/2 cups rye flour, 3/2",
        "½ cup rye flour, 1/2",
        "half a cup rye flour, 1/2",
        "Two cups rye flour, 2",
        "a cup of rye flour, 1"
    })
    void numbersAreReadHoweverTheyAreWritten(String line, String value) {
        String[] parts = value.split("/", -1);
        Rational expected =
                parts.length == 1
                        ? Rational.of(Long.parseLong(parts[0]))
                        : Rational.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));

        assertThat(IngredientLine.read(line).total()).contains(Amount.of(expected, Units.CUP));
    }

    @ParameterizedTest
    @CsvSource({"2-3 figs", "2–3 figs", "2 to 3 figs", "2 or 3 figs", "3 to 2 figs"})
    void rangesRunFromTheSmallerToTheLargerNumber(String line) {
        assertThat(IngredientLine.read(line).total())
                .contains(new Amount(Rational.of(2), Rational.of(3), Unit.PIECE));
    }

    @Test
    void temperaturesAreNoAmountOfFood() {
        IngredientLine reading = IngredientLine.read("1 cup oat milk (about 110°F / 43°C)");

        assertThat(reading.amounts()).containsExactly(total("1", Units.CUP));
        assertThat(reading.comment()).isEqualTo("about 110°F / 43°C");
    }

    @Test
    void dozensArePieces() {
        IngredientLine reading = IngredientLine.read("2 dozen oysters");

        assertThat(reading.amounts()).containsExactly(total("24", Unit.PIECE));
        assertThat(reading.quantity()).isEqualTo("2 dozen");
    }

    @Test
    void weightOfEachPieceIsToldFromTheTotal() {
        IngredientLine each = IngredientLine.read("4 duck legs, about 9 ounces each");
        IngredientLine all = IngredientLine.read("4 duck legs, about 2 pounds");

        assertThat(each.amounts().getLast().role()).isEqualTo(Role.EACH);
        assertThat(all.amounts().getLast().role()).isEqualTo(Role.EQUIVALENT);
    }

    @Test
    void optionalIngredientsAreKnown() {
        assertThat(IngredientLine.read("1 bay leaf (optional)").optional()).isTrue();
        assertThat(IngredientLine.read("Chopped chives, if desired").optional()).isTrue();
        assertThat(IngredientLine.read("1 bay leaf").optional()).isFalse();
    }

    @Test
    void whatNobodyCanReadIsKeptAndMarked() {
        for (String line : List.of("", "   ", "🍋🍋", "مِلح", "1/0 cup", "()", "٣ بيضات", "—")) {
            IngredientLine reading = IngredientLine.read(line);

            assertThat(reading.original()).isEqualTo(line);
            assertThat(reading.isUnderstood()).as(line).isFalse();
        }
    }

    @Test
    void whatALineLacksIsSaid() {
        assertThat(IngredientLine.read("2 cups").understanding()).isEqualTo(Understanding.NO_FOOD);
        assertThat(IngredientLine.read("2 cups ملح").understanding())
                .isEqualTo(Understanding.OTHER_SCRIPT);
        assertThat(IngredientLine.read("1/0 cup rye").understanding())
                .isEqualTo(Understanding.UNREAD_NUMBER);
        assertThat(IngredientLine.read("2 cups rye").understanding())
                .isEqualTo(Understanding.WHOLE);
    }

    @Test
    void numberThatNoCookWritesIsNotCutShort() {
        for (String line : List.of("1e999 g rye", "2E+3 g rye", "1.5.2 cups rye")) {
            IngredientLine reading = IngredientLine.read(line);

            assertThat(reading.amounts()).as(line).isEmpty();
            assertThat(reading.understanding()).isEqualTo(Understanding.UNREAD_NUMBER);
        }
        assertThat(IngredientLine.read("2 eggs").amounts()).hasSize(1);
    }

    @Test
    void nonsenseAmountsAreNoZero() {
        IngredientLine reading = IngredientLine.read("99999999999999999999 cups tea");

        assertThat(reading.amounts()).isEmpty();
        assertThat(reading.name()).contains("99999999999999999999");
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static LineAmount total(String value, Unit unit) {
        return new LineAmount(amount(value, unit), Role.TOTAL, false);
    }

    private static Amount amount(String value, Unit unit) {
        return Amount.of(Rational.of(Long.parseLong(value)), unit);
    }
}
