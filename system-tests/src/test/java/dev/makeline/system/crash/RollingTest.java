package dev.makeline.system.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.RecipesTable;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.InstanceSettings;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.ProgramProcess;
import dev.makeline.system.instance.RecipeApi;
import dev.makeline.system.instance.RecordedHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Services are replaced one by one by those of another build, forward and back, while makes come.
///
/// The older build is the one that `deploy/rolling-test` made; where none is given this build
/// stands for both, so that the drill itself is always tried.
class RollingTest {

    private static final String FROM = "makeline.rolling.from";
    private static final int FILES = 300;
    private static final Duration PERIOD = Duration.ofMillis(250);

    /// What container runtimes are told to grant.
    private static final Duration DRAINED = Duration.ofSeconds(20);

    private static final Duration HEALED = Duration.ofSeconds(90);

    @Test
    void eachMakeIsKeptAndCountedOnceWhileVersionsRunSideBySideAndOnTheWayBack() {
        try (Instance makeline = Instance.of(InstanceSettings.named("rolling"))) {
            makeline.startLocalAws();
            Version old = old(makeline);
            Version next =
                    new Version(
                            makeline.program(Program.RECIPE_SERVER),
                            makeline.program(Program.WATCHER),
                            makeline.program(Program.SENDER));
            old.start();
            RecordedHistory history = RecordedHistory.ofKnownRecipe(makeline);
            boolean listedBefore;

            try (var _ = Flow.of(history, FILES, PERIOD)) {
                awaitMakes(history, 30);
                listedBefore = awaitKept(makeline, old, history) && listed(makeline, history) > 0;
                roll(old, next);
                awaitMakes(history, 130);
                roll(next, old);
                awaitMakes(history, 280);
            }

            awaitCounted(makeline.api(old.server()), history);
            next.server().start();
            history.assertEachBecomesOneMake(HEALED);
            awaitCounted(makeline.api(), history);
            if (!listedBefore) {
                String rebuild = "/v1/recipes/%d/insights/rebuild".formatted(history.recipeId());
                assertThat(makeline.api().post(rebuild, "{}").status()).isEqualTo(200);
            }
            awaitListed(makeline, history);
        }
    }

    /// Servers first, since they answer both senders; then each sender talks to the other version's
    /// server, then the first version ends.
    private static void roll(Version from, Version to) {
        to.server().start();
        from.sender().terminate(DRAINED);
        from.sender().start(Version.talkingTo(to.server()));
        to.sender().start(Version.talkingTo(from.server()));
        to.watcher().start();
        from.watcher().terminate(DRAINED);
        from.sender().terminate(DRAINED);
        to.sender().terminate(DRAINED);
        to.sender().start(Version.talkingTo(to.server()));
        from.server().terminate(DRAINED);
    }

    private static Version old(Instance makeline) {
        Path build =
                Path.of(System.getProperty(FROM, System.getProperty("makeline.project", "..")));
        return new Version(
                makeline.another(Program.RECIPE_SERVER, build),
                makeline.another(Program.WATCHER, build),
                makeline.another(Program.SENDER, build));
    }

    private static void awaitMakes(RecordedHistory history, int count) {
        await(count + " makes are put")
                .atMost(Duration.ofMinutes(3))
                .until(() -> history.makes().size() >= count);
    }

    private static void awaitCounted(RecipeApi api, RecordedHistory history) {
        await("each make is in the figures once")
                .atMost(HEALED)
                .untilAsserted(() ->
                        assertThat(
                                        api.get(
                                                        "/v1/recipes/%d/insights"
                                                                .formatted(history.recipeId()))
                                                .json()
                                                .path("makes")
                                                .asLong())
                                .isEqualTo(history.makes().size()));
    }

    private static boolean awaitKept(Instance makeline, Version version, RecordedHistory history) {
        await("the first makes are kept")
                .atMost(HEALED)
                .until(() -> !makeline.api(version.server()).makeIds(history.recipeId()).isEmpty());
        return true;
    }

    /// A version before the index kept its makes without what the index needs.
    private static void awaitListed(Instance makeline, RecordedHistory history) {
        await("each make is in the list by time once")
                .atMost(HEALED)
                .untilAsserted(() ->
                        assertThat(listed(makeline, history)).isEqualTo(history.makes().size()));
    }

    private static long listed(Instance makeline, RecordedHistory history) {
        AttributeValue recipe = AttributeValue.fromS("recipe#" + history.recipeId());
        return makeline
                .dynamoDb()
                .scanPaginator(scan ->
                        scan.tableName(RecipesTable.NAME).indexName(RecipesTable.MAKES_BY_TIME))
                .items()
                .stream()
                .filter(row -> recipe.equals(row.get(RecipesTable.RECIPE)))
                .count();
    }

    private record Version(ProgramProcess server, ProgramProcess watcher, ProgramProcess sender) {

        void start() {
            server.start();
            watcher.launch();
            sender.launch(talkingTo(server));
            List.of(watcher, sender).forEach(ProgramProcess::awaitReady);
        }

        static Map<String, String> talkingTo(ProgramProcess server) {
            return Map.of("MAKELINE_RECIPE_SERVER_URL", server.uri().toString());
        }
    }
}
