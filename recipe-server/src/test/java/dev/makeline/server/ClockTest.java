package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {

    private static final Duration OFF = Duration.ofMinutes(20);
    private static final Duration KEPT_FOR = Duration.ofHours(24);

    @Test
    void anIdempotencyKeyIsNotForgottenEarlyWhereServersClocksDiffer() {
        long recipeId = RunningServer.newRecipeId();
        String makes = "/v1/recipes/" + recipeId + "/makes";
        String key = UUID.randomUUID().toString();
        try (RunningServer behind = at(OFF.negated());
                RunningServer aheadLater = at(KEPT_FOR.plus(OFF).minusMinutes(1));
                RunningServer afterAll = at(KEPT_FOR.plus(OFF.multipliedBy(2)))) {
            Api api = behind.api();
            api.post("/v1/recipes", Documents.pie(recipeId));
            Api.Answer first = api.post(makes, Documents.pie(recipeId), "Idempotency-Key", key);

            Api.Answer repeated =
                    new Api(aheadLater.uri(), api.token())
                            .post(makes, Documents.pie(recipeId), "Idempotency-Key", key);
            Api.Answer forgotten =
                    new Api(afterAll.uri(), api.token())
                            .post(makes, Documents.pieWithPears(recipeId), "Idempotency-Key", key);

            assertThat(first.status()).isEqualTo(200);
            assertThat(repeated.status()).isEqualTo(200);
            assertThat(repeated.body()).isEqualTo(first.body());
            assertThat(forgotten.status()).isEqualTo(200);
            assertThat(api.get(makes).json().path("items")).hasSize(2);
        }
    }

    @Test
    void aRepetitionAfterTheClockWasSetBackIsARepetition() {
        ClockThatIsSet clock = new ClockThatIsSet();
        long recipeId = RunningServer.newRecipeId();
        String makes = "/v1/recipes/" + recipeId + "/makes";
        try (RunningServer server = RunningServer.start(Map.of(), clock)) {
            Api api = server.api();
            api.post("/v1/recipes", Documents.pie(recipeId));
            Api.Answer first = api.post(makes, Documents.pie(recipeId), "Idempotency-Key", "k");

            clock.set(OFF.negated());

            Api.Answer second = api.post(makes, Documents.pie(recipeId), "Idempotency-Key", "k");
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(api.get(makes).json().path("items")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT20M", "PT20M"})
    void aTokenThatDoesNotExpireWorksWhateverTheClockSays(Duration by) {
        ClockThatIsSet clock = new ClockThatIsSet();
        try (RunningServer server = RunningServer.start(Map.of(), clock)) {
            Api api = server.api();
            assertThat(api.get("/v1/recipes").status()).isEqualTo(200);

            clock.set(by);

            assertThat(api.get("/v1/recipes").status()).isEqualTo(200);
        }
    }

    /// What is remembered of a token is that it exists, not that it is valid.
    @Test
    void aRememberedTokenExpiresByTheClockAtTheMomentOfTheRequest() {
        ClockThatIsSet clock = new ClockThatIsSet();
        try (RunningServer server = RunningServer.start(Map.of(), clock)) {
            Optional<Instant> inTenMinutes = Optional.of(clock.instant().plusSeconds(600));
            Api api = new Api(server.uri(), server.token(inTenMinutes, Scope.RECIPES_READ));
            assertThat(api.get("/v1/recipes").status()).isEqualTo(200);

            clock.set(OFF);
            assertThat(api.get("/v1/recipes").status()).isEqualTo(401);

            clock.set(OFF.negated());
            assertThat(api.get("/v1/recipes").status()).isEqualTo(200);
        }
    }

    @Test
    void aRevokedTokenIsForgottenInTimeAlsoWhenTheClockWasSetBack() {
        ClockThatIsSet clock = new ClockThatIsSet();
        try (RunningServer server =
                RunningServer.start(Map.of("makeline.access.known-for", "2s"), clock)) {
            Api api = server.api();
            assertThat(api.get("/v1/recipes").status()).isEqualTo(200);

            clock.set(OFF.negated());
            server.dynamoDb()
                    .deleteItem(delete ->
                            delete.tableName(AccountsTable.NAME)
                                    .key(AccountsTable.tokenKey(AccessToken.hash(api.token()))));

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(api.get("/v1/recipes").status()).isEqualTo(401));
        }
    }

    private static RunningServer at(Duration offset) {
        return RunningServer.start(Map.of(), ClockThatIsSet.by(offset));
    }
}
