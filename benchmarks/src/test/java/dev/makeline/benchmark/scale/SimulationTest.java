package dev.makeline.benchmark.scale;

import static dev.makeline.benchmark.scale.Fixture.DEMAND;
import static dev.makeline.benchmark.scale.Fixture.POPULARITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {

    private static final int HOUR = 3600;

    @Property(tries = 60)
    void whatArrivedIsKeptOrWaitsOrIsADeadLetter(
            @ForAll("installations") ServiceLimits limits, @ForAll("rates") double rate) {
        Outcome outcome = Simulation.run(limits, DEMAND, POPULARITY, rate, 1200);

        assertThat(outcome.kept() + outcome.waiting() + outcome.dead())
                .isCloseTo(outcome.arrived(), within(outcome.arrived() * 1e-9));
        assertThat(outcome.notCounted()).isBetween(0.0, outcome.kept() * (1 + 1e-9));
    }

    /// All tasks run from the begin, no key of a recipe refuses, and there is room for what is
    /// refused. Otherwise less that waits has fewer tasks started, and more senders have more
    /// refused, which takes the place of others.
    @Property(tries = 80)
    void twiceOfALimitNeverKeepsLess(
            @ForAll("installations") ServiceLimits limits,
            @ForAll("rates") double rate,
            @ForAll("lifts") String lifted) {
        ServiceLimits more = limits.with(lifted, 2 * limits.get(lifted));

        double before = Simulation.run(unhindered(limits), DEMAND, POPULARITY, rate, 1800).kept();
        double after = Simulation.run(unhindered(more), DEMAND, POPULARITY, rate, 1800).kept();

        assertThat(after).isGreaterThanOrEqualTo(before * (1 - 1e-9));
    }

    @Property(tries = 60)
    void noMoreIsKeptThanTheLowestCeilingAllows(
            @ForAll("installations") ServiceLimits limits, @ForAll("rates") double rate) {
        double allowed =
                new Ceilings(limits, DEMAND, POPULARITY)
                        .all().stream()
                                .filter(ceiling -> !ceiling.knob().equals("design.counting-loops"))
                                .filter(ceiling -> !ceiling.knob().equals("design.recipe-shards"))
                                .filter(ceiling ->
                                        !ceiling.knob().equals("aws.dynamodb.new-table-writes"))
                                .filter(ceiling -> !ceiling.knob().equals("aws.fargate.vcpus"))
                                .mapToDouble(Ceiling::makesPerSecond)
                                .min()
                                .orElseThrow();

        Outcome outcome = Simulation.run(limits, DEMAND, POPULARITY, rate, 1200);

        assertThat(outcome.kept()).isLessThanOrEqualTo(allowed * 1200 * (1 + 1e-9));
    }

    /// What a make takes of each is in the fixture: 0.001 s of a watcher of half a processor, and
    /// so on.
    @ParameterizedTest
    @CsvSource({
        "aws.s3.prefix-writes, 700, 700",
        "aws.s3.prefix-reads, 800, 800",
        "setting.watcher.tasks, 1, 500",
        "aws.dynamodb.table-writes, 4000, 400",
        "aws.dynamodb.new-table-writes, 4000, 400"
    })
    void oneLimitThatBindsKeepsWhatItGrantsDividedByWhatAMakeTakes(
            String name, double value, double expected) {
        ServiceLimits limits =
                Fixture.plenty().with("aws.dynamodb.doubling", 2 * HOUR).with(name, value);

        Outcome outcome = Simulation.run(limits, DEMAND, POPULARITY, 2_000, HOUR);

        assertThat(outcome.keptPerSecond()).isCloseTo(expected, within(expected * 0.001));
        assertThat(outcome.keepsUpAfter()).isNegative();
    }

    @Test
    void aFullKeyHoldsUpItsRecipeAlone() {
        double rate = 3_000;
        ServiceLimits limits =
                Fixture.plenty()
                        .with("aws.dynamodb.key-writes", 1_000)
                        .with("design.recent-shards", 1_000)
                        .with("design.not-counted-shards", 1_000)
                        .with("design.by-state-shards", 1_000);
        double others =
                rate
                        * (1
                                - POPULARITY.groups().stream()
                                        .mapToDouble(Popularity.Group::share)
                                        .filter(share -> share * rate > 100)
                                        .sum());
        long full =
                POPULARITY.groups().stream().filter(group -> group.share() * rate > 100).count();

        Outcome outcome = Simulation.run(limits, DEMAND, POPULARITY, rate, HOUR);

        assertThat(outcome.keptPerSecond()).isCloseTo(others + full * 100, within(1.0));
    }

    @Test
    void refusedMakesThatFillTheFlightHoldUpAllOthers() {
        ServiceLimits limits =
                Fixture.plenty()
                        .with("aws.dynamodb.key-writes", 1_000)
                        .with("design.recent-shards", 1_000)
                        .with("design.not-counted-shards", 1_000)
                        .with("design.by-state-shards", 1_000);

        Outcome roomy = Simulation.run(limits, DEMAND, POPULARITY, 5_000, HOUR);
        Outcome full =
                Simulation.run(
                        limits.with("aws.sqs.in-flight", 10_000), DEMAND, POPULARITY, 5_000, HOUR);

        assertThat(full.keptPerSecond()).isLessThan(roomy.keptPerSecond());
    }

    @Test
    void whatIsRefusedAsOftenAsAMessageIsReceivedIsADeadLetter() {
        ServiceLimits limits =
                Fixture.plenty()
                        .with("aws.dynamodb.key-writes", 1_000)
                        .with("design.recent-shards", 1_000)
                        .with("design.not-counted-shards", 1_000)
                        .with("design.by-state-shards", 1_000);
        Outcome early = Simulation.run(limits, DEMAND, POPULARITY, 3_000, 300);
        Outcome before = Simulation.run(limits, DEMAND, POPULARITY, 3_000, 2 * HOUR);
        Outcome late = Simulation.run(limits, DEMAND, POPULARITY, 3_000, 3 * HOUR);

        assertThat(early.hidden()).isPositive();
        assertThat(early.dead()).isLessThan(early.arrived() * 1e-6);
        double refused = (3_000 - late.keptPerSecond()) * HOUR;
        assertThat(late.dead() - before.dead()).isCloseTo(refused, within(refused * 0.05));
        assertThat(late.hidden()).isCloseTo(before.hidden(), within(before.hidden() * 0.05));
    }

    @Test
    void messagesThatAreReceivedOnceAreDeadAtTheFirstRefusal() {
        ServiceLimits limits =
                Fixture.plenty()
                        .with("aws.dynamodb.table-writes", 4_000)
                        .with("setting.messages.receives", 1);

        Outcome outcome = Simulation.run(limits, DEMAND, POPULARITY, 1_000, 100);

        assertThat(outcome.hidden()).isZero();
        assertThat(outcome.kept()).isCloseTo(400 * 100, within(1_000.0));
        assertThat(outcome.dead()).isCloseTo(600 * 100, within(1_000.0));
    }

    @Test
    void tasksComeNoFasterThanTheyMayBeLaunched() {
        ServiceLimits limits =
                Fixture.plenty()
                        .with("setting.sender.least", 1)
                        .with("aws.ecs.service-launches", 60)
                        .with("aws.fargate.burst", 1e9);

        Outcome outcome = Simulation.run(limits, DEMAND, POPULARITY, 100_000, 300);

        assertThat(outcome.senders()).isBetween(1.0, 301.0 - limits.get("assumed.task-start"));
    }

    @Test
    void noMoreProcessorsRunThanTheAccountMayHave() {
        ServiceLimits limits =
                ServiceLimits.standard()
                        .with("setting.sender.tasks", 1_000)
                        .with("setting.server.tasks", 1_000)
                        .with("aws.fargate.vcpus", 12);

        Outcome outcome = Simulation.run(limits, DEMAND, POPULARITY, 5_000, HOUR);

        assertThat(outcome.senders() * 0.5 + outcome.servers() + 1).isLessThanOrEqualTo(12 + 1e-9);
    }

    private static ServiceLimits unhindered(ServiceLimits limits) {
        return limits.with("setting.sender.least", limits.get("setting.sender.tasks"))
                .with("setting.server.least", limits.get("setting.server.tasks"))
                .with("aws.dynamodb.key-reads", 1e12)
                .with("design.recipe-shards", 1e9)
                .with("aws.sqs.in-flight", 1e12);
    }

    @Provide
    Arbitrary<ServiceLimits> installations() {
        Arbitrary<Integer> steps = Arbitraries.integers().between(-2, 2);
        return Combinators.combine(
                        List.copyOf(
                                java.util.Collections.nCopies(
                                        ServiceLimits.standard().all().size(), steps)))
                .as(factors -> {
                    ServiceLimits limits = ServiceLimits.standard();
                    int at = 0;
                    for (Input input : List.copyOf(limits.all())) {
                        if (isVaried(input.name())) {
                            limits =
                                    limits.with(
                                            input.name(),
                                            Math.ceil(
                                                    input.value() * Math.pow(4, factors.get(at))));
                        }
                        at++;
                    }
                    return limits;
                });
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.doubles().between(1, 50_000);
    }

    @Provide
    Arbitrary<String> lifts() {
        return Arbitraries.of(
                ServiceLimits.standard().all().stream()
                        .map(Input::name)
                        .filter(SimulationTest::isVaried)
                        .toList());
    }

    /// Those of which more is more: not times, and not settings that say when.
    private static boolean isVaried(String name) {
        return (name.startsWith("aws.") && !name.endsWith("doubling"))
                || name.startsWith("design.")
                || name.endsWith(".tasks");
    }
}
