package dev.makeline.server.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makeline.protocol.ProtocolJson;
import dev.makeline.server.insight.CountedMake.Kind;
import dev.makeline.server.insight.CountedMake.Use;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Property(tries = 60)
    void orderAndBatchingMakeNoDifference(@ForAll @IntRange(max = 700) int count, @ForAll long seed)
            throws Exception {
        Random random = new Random(seed);
        List<CountedMake> makes =
                new ArrayList<>(IntStream.range(0, count).mapToObj(i -> make(i, random)).toList());
        Figures recount = Figures.of(makes);

        Collections.shuffle(makes, random);
        Figures kept = Figures.NONE;
        for (int from = 0; from < makes.size(); ) {
            int to = Math.min(makes.size(), from + 1 + random.nextInt(60));
            kept = stored(kept).plus(Figures.of(makes.subList(from, to)));
            from = to;
        }

        assertThat(kept).isEqualTo(recount);
        assertThat(kept.recipe().makes()).isEqualTo(count);
        assertThat(kept.recipe().latest().size()).isEqualTo(Math.min(count, 200));
    }

    @Test
    void momentsGiveMeanAndDeviationAndCanBeTakenAwayAgain() {
        Moments some = moments("2", "4", "4", "4", "5", "5", "7", "9");
        Moments more = some.plus(moments("100", "-3.5"));

        assertThat(some.mean()).hasValue(5);
        assertThat(some.variance().orElseThrow()).isCloseTo(32.0 / 7, within(1e-12));
        assertThat(more.without(moments("100", "-3.5")).variance()).isEqualTo(some.variance());
        assertThat(more.least()).contains(new BigDecimal("-3.5"));
        assertThat(Moments.NONE.mean()).isEmpty();
    }

    @Test
    void effectIsTheDifferenceOfMeansWithWelchsInterval() {
        Moments with = moments("4", "5", "4", "5", "4", "5");
        Moments without = moments("3", "3", "4", "3", "2", "3", "4", "3");

        RatingEffect effect = RatingEffect.of(with, without).orElseThrow();

        assertThat(effect.difference()).isCloseTo(1.375, within(1e-9));
        assertThat(effect.low()).isCloseTo(0.6796, within(0.002));
        assertThat(effect.high()).isCloseTo(2.0704, within(0.002));
        assertThat(RatingEffect.quantile(4)).isCloseTo(2.776, within(0.03));
        assertThat(RatingEffect.quantile(1e9)).isCloseTo(1.96, within(0.001));
    }

    @Test
    void fewRatingsAndEqualRatingsGiveNoEffect() {
        Moments many = moments("3", "4", "5", "3", "4", "5");

        assertThat(RatingEffect.of(moments("1", "1", "1", "1"), many)).isEmpty();
        assertThat(RatingEffect.of(many, moments("1", "2"))).isEmpty();
        assertThat(
                        RatingEffect.of(
                                moments("5", "5", "5", "5", "5"), moments("1", "1", "1", "1", "1")))
                .isEmpty();
    }

    @Test
    void textsThatSpreadsheetsWouldRunAreShownAsTexts() {
        assertThat(InsightsCsv.text("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(InsightsCsv.text("@SUM(A1)")).isEqualTo("\"'@SUM(A1)\"");
        assertThat(InsightsCsv.text("-1+2")).isEqualTo("\"'-1+2\"");
        assertThat(InsightsCsv.text("butter, melted")).isEqualTo("\"butter, melted\"");
    }

    @Test
    void timeOfAMakeIsWhatItSaysUnlessThatCannotBe() {
        Instant kept = Instant.parse("2026-11-27T10:00:00Z");

        assertThat(MakeTime.of(Optional.of("2026-11-20"), kept)).isEqualTo("2026-11-20T00:00:00Z");
        assertThat(MakeTime.of(Optional.of("2026-11-20T10:00:00+02:00"), kept))
                .isEqualTo("2026-11-20T08:00:00Z");
        assertThat(MakeTime.of(Optional.of("9999-01-01"), kept)).isEqualTo(kept);
        assertThat(MakeTime.of(Optional.of("last week"), kept)).isEqualTo(kept);
        assertThat(MakeTime.of(Optional.empty(), kept)).isEqualTo(kept);
    }

    private static Figures stored(Figures figures) throws Exception {
        RecipeFigures recipe =
                ProtocolJson.read(ProtocolJson.write(figures.recipe()), RecipeFigures.class);
        var revisions = new HashMap<Integer, RevisionFigures>();
        for (var entry : figures.revisions().entrySet()) {
            revisions.put(
                    entry.getKey(),
                    ProtocolJson.read(ProtocolJson.write(entry.getValue()), RevisionFigures.class));
        }
        return new Figures(recipe, revisions);
    }

    private static CountedMake make(long makeId, Random random) {
        List<Use> uses = new ArrayList<>();
        for (int ingredient = 0; ingredient < 6; ingredient++) {
            if (random.nextInt(8) == 0) {
                uses.add(use(ingredient, random));
            }
        }
        return new CountedMake(
                makeId,
                1 + random.nextInt(2),
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(90_000_000)),
                random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(BigDecimal.valueOf(random.nextInt(51), 1)),
                List.of("exact", "equivalent", "deviating", "critical").get(random.nextInt(4)),
                random.nextInt(101),
                uses);
    }

    private static Use use(int ingredient, Random random) {
        Kind kind = List.of(Kind.values()).get(random.nextInt(4));
        return new Use(
                ingredient,
                kind,
                kind == Kind.MEASURED
                        ? Optional.of(BigDecimal.valueOf(1 + random.nextInt(30_000), 4))
                        : Optional.empty(),
                kind == Kind.MEASURED
                        ? Optional.of(
                                List.of("within-tolerance", "deviation", "critical")
                                        .get(random.nextInt(3)))
                        : Optional.empty(),
                kind == Kind.SUBSTITUTED ? Optional.of("butter") : Optional.empty(),
                kind == Kind.SUBSTITUTED
                        ? Optional.of(List.of("margarine", "oil", "lard").get(random.nextInt(3)))
                        : Optional.empty());
    }

    private static Moments moments(String... values) {
        return Stream.of(values)
                .map(value -> Moments.of(new BigDecimal(value)))
                .reduce(Moments.NONE, Moments::plus);
    }
}
