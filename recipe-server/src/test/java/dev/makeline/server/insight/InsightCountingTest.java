package dev.makeline.server.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.RecipesTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

class InsightCountingTest {

    private final MakesOfTheTest makes = new MakesOfTheTest();
    private final InsightRebuild rebuild = new InsightRebuild(makes.store);

    @Test
    void everyMakeIsCountedOnceHoweverManyServersCount() throws Exception {
        makes.keep(1, 150, true);

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> polls = new ArrayList<>();
            IntStream.range(0, 6).forEach(_ -> polls.add(makes.server()::pollOnce));
            for (Future<Integer> poll : executor.invokeAll(polls)) {
                poll.get();
            }
        }
        countTheRest();

        assertThat(figures().recipe().makes()).isEqualTo(150);
        assertThatFiguresAreAFullRecount();
    }

    @Test
    void makesCountedByAServerThatDiedAtOnceAreNotCountedAgain() {
        makes.keep(1, 60, true);
        InsightCounting dying = makes.server(makes.thatDiesAfterItsTransaction());

        dying.pollOnce();
        countTheRest();

        assertThat(figures().recipe().makes()).isEqualTo(60);
        assertThatFiguresAreAFullRecount();
    }

    @Test
    void makesThatArriveDuringARebuildAreCountedAfterIt() {
        makes.keep(1, 30, true);
        countTheRest();
        InsightRows.Head claimed =
                makes.store
                        .claim(makes.recipeId, makes.store.head(makes.recipeId), "rebuild")
                        .orElseThrow();
        makes.keep(31, 20, true);

        assertThat(makes.server().pollOnce()).isZero();
        Figures read = Figures.of(makes.store.counted(makes.recipeId, Map.of()).counted());
        assertThat(makes.store.replace(makes.recipeId, claimed, read)).isTrue();
        assertThat(figures().recipe().makes()).isEqualTo(30);
        countTheRest();

        assertThat(figures().recipe().makes()).isEqualTo(50);
        assertThatFiguresAreAFullRecount();
    }

    @Test
    void recipeThatIsCountedAnewHoldsUpNoOther() {
        makes.keep(1, 250, true);
        InsightRows.Head before = makes.store.head(makes.recipeId);
        assertThat(makes.store.claim(makes.recipeId, before, "rebuild")).isPresent();
        MakesOfTheTest another = makes.ofAnotherRecipeOfTheShard();
        another.keep(1, 1, true);

        InsightCounting server = makes.server();
        server.pollOnce();

        assertThat(figures().recipe().makes()).isZero();
        assertThat(another.store.head(another.recipeId).figures().makes()).isEqualTo(1);
    }

    @Test
    void rebuildThatDiedHoldsCountingUpForAMomentOnly() {
        makes.keep(1, 10, true);
        InsightRows.Head claimed =
                makes.store
                        .claim(makes.recipeId, makes.store.head(makes.recipeId), "rebuild")
                        .orElseThrow();
        InsightCounting server = makes.server();

        server.pollOnce();
        makes.now.updateAndGet(now -> now.plus(Duration.ofSeconds(29)));
        server.pollOnce();
        assertThat(figures().recipe().makes()).isZero();
        makes.now.updateAndGet(now -> now.plus(Duration.ofSeconds(1)));
        server.pollOnce();
        countTheRest();

        assertThat(figures().recipe().makes()).isEqualTo(10);
        assertThat(makes.store.replace(makes.recipeId, claimed, Figures.NONE)).isFalse();
    }

    @Test
    void makesOfBeforeThereWereFiguresAreCountedByARebuild() {
        makes.keep(1, 10, false);
        assertThat(makes.server().pollOnce()).isZero();

        assertThat(rebuild.rebuild(makes.recipeId)).isEqualTo(10);

        assertThat(figures().recipe().makes()).isEqualTo(10);
    }

    @Test
    void tenThousandMakesCostNoMoreToReadThanAThousand() {
        makes.keep(1, 1_000, false);
        rebuild.rebuild(makes.recipeId);
        double ofAThousand = capacity();
        makes.keep(1_001, 9_000, false);

        assertThat(rebuild.rebuild(makes.recipeId)).isEqualTo(10_000);

        assertThat(capacity()).isEqualTo(ofAThousand).isLessThan(10);
    }

    /// Of the two rows that the figures are read from.
    private double capacity() {
        return List.of(InsightRows.HEAD, InsightRows.part(1)).stream()
                .map(part ->
                        makes.dynamoDb.getItem(get ->
                                get.tableName(RecipesTable.NAME)
                                        .key(RecipesTable.key(makes.recipeId, part))
                                        .consistentRead(true)
                                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)))
                .map(GetItemResponse::consumedCapacity)
                .mapToDouble(consumed -> consumed.capacityUnits())
                .sum();
    }

    private void countTheRest() {
        InsightCounting server = makes.server();
        while (server.pollOnce() > 0) {
            // Until nothing is left.
        }
    }

    private void assertThatFiguresAreAFullRecount() {
        Figures kept = figures();
        rebuild.rebuild(makes.recipeId);
        assertThat(figures()).isEqualTo(kept);
    }

    private Figures figures() {
        return new Figures(
                makes.store.head(makes.recipeId).figures(),
                Map.of(1, makes.store.revision(makes.recipeId, 1)));
    }
}
