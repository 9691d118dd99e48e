package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.AccessToken;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceTokenRotationTest {

    private final String former = AccessToken.newSecret();
    private final String next = AccessToken.newSecret();

    @Test
    void formerTokenEndsWithinAnHourAfterTheLastServerThatHasIt() {
        try (RunningServer before = with(former, "", new ClockThatIsSet())) {
            assertKnown(before, former);
        }
        ClockThatIsSet clock = new ClockThatIsSet();
        try (RunningServer after = with(next, "", clock)) {
            assertKnown(after, next);
            assertThat(submit(after, former)).as("rolling deployment").isNotIn(401, 403);

            clock.set(Duration.ofMinutes(61));

            assertThat(submit(after, former)).isEqualTo(401);
            assertThat(submit(after, next)).isNotIn(401, 403);
        }
    }

    /// As the runbook has it: the new one given beside the old, the two swapped, the old one left
    /// out; who presents them changes over in the second step, and servers are replaced one by one
    /// in each. The steps are hours apart, so that no token is good for what an earlier step did.
    @Test
    void inEachStepOfAReplacementNobodyIsRefusedWhoHasATokenOfTheTime() {
        assertGoodAtBoth(0, List.of(former, ""), List.of(former, next), former);
        assertGoodAtBoth(2, List.of(former, next), List.of(next, former), former, next);
        assertGoodAtBoth(4, List.of(next, former), List.of(next, ""), next);
    }

    private static void assertGoodAtBoth(
            int hour, List<String> before, List<String> after, String... tokens) {
        ClockThatIsSet clock = ClockThatIsSet.by(Duration.ofHours(hour));
        try (RunningServer replaced = withBoth(before.getFirst(), before.getLast(), clock);
                RunningServer following = withBoth(after.getFirst(), after.getLast(), clock)) {
            for (RunningServer server : List.of(replaced, following)) {
                for (String token : tokens) {
                    assertKnown(server, token);
                    assertReads(server, ofProcessor(token));
                }
            }
        }
    }

    @Test
    void aFormerTokenOfProcessorServiceEndsWithinAnHour() {
        try (RunningServer before = withBoth(former, "", new ClockThatIsSet())) {
            assertReads(before, ofProcessor(former));
        }
        ClockThatIsSet clock = new ClockThatIsSet();
        try (RunningServer after = withBoth(next, "", clock)) {
            assertReads(after, ofProcessor(next));

            clock.set(Duration.ofMinutes(61));

            assertThat(read(after, ofProcessor(former))).isEqualTo(401);
        }
    }

    @Test
    void serversOfBothTokensUnderstandEachOthersCursorsAndNobodyIsLoggedOut() {
        try (RunningServer before = with(former, next, new ClockThatIsSet());
                RunningServer after = with(next, former, new ClockThatIsSet());
                RunningServer stranger = with(AccessToken.newSecret(), "", new ClockThatIsSet())) {
            LoggedIn one = LoggedIn.at(before);
            Api api = before.api();
            for (int i = 0; i < 3; i++) {
                api.post("/v1/recipes", Documents.pie(RunningServer.newRecipeId()));
            }
            String old = cursor(before, api);
            String fresh = cursor(after, api);

            assertThat(page(after, api, old)).isEqualTo(200);
            assertThat(page(before, api, fresh)).isEqualTo(200);
            assertThat(page(stranger, api, old)).isEqualTo(400);
            assertThat(new Api(after.uri(), one.api().token()).get("/v1/recipes").status())
                    .isEqualTo(200);
            assertKnown(after, former);
            assertKnown(before, next);
        }
    }

    private static RunningServer withBoth(String token, String previous, ClockThatIsSet clock) {
        Map<String, Object> settings = settings(token, previous);
        settings.put("makeline.access.processor-token", ofProcessor(token));
        settings.put(
                "makeline.access.previous-processor-token",
                previous.isEmpty() ? "" : ofProcessor(previous));
        return RunningServer.start(settings, clock);
    }

    private static String ofProcessor(String token) {
        return "processor-" + token;
    }

    private static void assertReads(RunningServer server, String token) {
        await().untilAsserted(() -> assertThat(read(server, token)).isEqualTo(200));
    }

    private static int read(RunningServer server, String token) {
        return new Api(server.uri(), token).get("/v1/recipes").status();
    }

    private static RunningServer with(String token, String previous, ClockThatIsSet clock) {
        return RunningServer.start(settings(token, previous), clock);
    }

    private static Map<String, Object> settings(String token, String previous) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("makeline.access.service-token", token);
        settings.put("makeline.access.previous-service-token", previous);
        settings.put("makeline.access.unknown-for", "0s");
        return settings;
    }

    private static void assertKnown(RunningServer server, String token) {
        await().untilAsserted(() -> assertThat(submit(server, token)).isNotIn(401, 403));
    }

    private static int submit(RunningServer server, String token) {
        return new Api(server.uri(), token).post("/v1/intake/submissions", "{}").status();
    }

    private static String cursor(RunningServer server, Api api) {
        return new Api(server.uri(), api.token())
                .get("/v1/recipes?limit=1")
                .json()
                .path("nextCursor")
                .asText();
    }

    private static int page(RunningServer server, Api api, String cursor) {
        return new Api(server.uri(), api.token())
                .get("/v1/recipes?limit=1&cursor=" + cursor)
                .status();
    }
}
