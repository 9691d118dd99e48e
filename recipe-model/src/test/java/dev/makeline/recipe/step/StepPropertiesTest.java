package dev.makeline.recipe.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.recipe.quantity.Rational;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

final class StepPropertiesTest {

    @Property
    void aListIsAlignedWithItselfStepByStep(@ForAll("steps") List<String> steps) {
        List<StepReading> readings = new StepReadings().of(steps);

        StepAlignment ofReadings = StepAlignment.ofReadings(readings, readings);

        assertThat(StepAlignment.of(steps, steps)).isEqualTo(ofReadings);
        assertThat(ofReadings.matches())
                .allSatisfy(match ->
                        assertThat(match)
                                .isInstanceOfSatisfying(
                                        StepMatch.Kept.class,
                                        kept -> assertThat(kept.recipe()).isEqualTo(kept.make())))
                .hasSameSizeAs(steps);
    }

    @Property
    void swappingTheSidesMirrorsTheAlignment(
            @ForAll("steps") List<String> recipe, @ForAll("steps") List<String> make) {
        List<StepMatch> matches = StepAlignment.of(recipe, make).matches();

        List<StepMatch> swapped = StepAlignment.of(make, recipe).matches();

        assertThat(swapped)
                .containsExactlyInAnyOrderElementsOf(
                        matches.stream().map(StepMatch::mirrored).toList());
    }

    @Property
    void everyStepIsInExactlyOneMatch(
            @ForAll("steps") List<String> recipe, @ForAll("steps") List<String> make) {
        List<StepMatch> matches = StepAlignment.of(recipe, make).matches();

        assertThat(matches.stream().flatMap(match -> recipesOf(match).stream()))
                .containsExactlyInAnyOrderElementsOf(range(recipe.size()));
        assertThat(matches.stream().flatMap(match -> recipesOf(match.mirrored()).stream()))
                .containsExactlyInAnyOrderElementsOf(range(make.size()));
        assertThat(matches).allSatisfy(match -> assertThat(match.similarity()).isBetween(0.0, 1.0));
    }

    @Property
    void aStepComparedWithItselfHasNoChange(@ForAll("step") String step) {
        assertThat(StepComparison.of(step, step, Rational.of(3, 2)).changes()).isEmpty();
    }

    @Property
    void swappingTheSidesMirrorsTheComparison(
            @ForAll("step") String recipe, @ForAll("step") String make) {
        StepComparison comparison = StepComparison.of(recipe, make, Rational.of(2));

        StepComparison swapped = StepComparison.of(make, recipe, Rational.of(1, 2));

        assertThat(swapped.changes().stream().map(StepPropertiesTest::sides))
                .containsExactlyInAnyOrderElementsOf(
                        comparison.changes().stream()
                                .map(StepPropertiesTest::sides)
                                .map(List::reversed)
                                .toList());
    }

    @Property
    void anyTextIsRead(@ForAll @StringLength(max = 300) String text) {
        StepReading reading = StepReading.read(text);

        assertThat(reading.items())
                .allSatisfy(item ->
                        assertThat(item.place().end())
                                .isBetween(item.place().start(), text.length()));
        assertThat(StepComparison.of(text, text, Rational.ONE).isEquivalent()).isTrue();
    }

    @Provide
    Arbitrary<List<String>> steps() {
        return step().list().ofMaxSize(7);
    }

    @Provide
    Arbitrary<String> step() {
        return Arbitraries.of(
                        "bake",
                        "Stir",
                        "the",
                        "egg",
                        "plums",
                        "pre-heat",
                        "oven",
                        "at 350",
                        "°F",
                        "180 C",
                        "5–7 minutes",
                        "1 hour",
                        "30 min",
                        "2 cups",
                        "250 g",
                        "(240 ml)",
                        "gas mark 4",
                        "to",
                        "and",
                        "a half",
                        "9x13-inch",
                        "4 balls",
                        "twice",
                        "½",
                        "🍋",
                        "ملح",
                        "塩を",
                        ",",
                        "1/0",
                        "%",
                        "one",
                        "sugar",
                        "about",
                        "for")
                .list()
                .ofMaxSize(6)
                .map(words -> String.join(" ", words));
    }

    private static List<String> sides(StepChange change) {
        return switch (change) {
            case QuantityChange quantity ->
                    List.of(quantity.recipe().text(), quantity.make().text());
            case StepChange.TextChanged text -> List.of(text.recipe(), text.make());
        };
    }

    private static Collection<Integer> recipesOf(StepMatch match) {
        return switch (match) {
            case StepMatch.Kept kept -> List.of(kept.recipe());
            case StepMatch.Moved moved -> List.of(moved.recipe());
            case StepMatch.Split split -> List.of(split.recipe());
            case StepMatch.Merged merged -> merged.recipes();
            case StepMatch.Removed removed -> List.of(removed.recipe());
            case StepMatch.Added _ -> List.of();
        };
    }

    private static Collection<Integer> range(int size) {
        return new ArrayList<>(Stream.iterate(0, i -> i + 1).limit(size).toList());
    }
}
