package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.AccountsTable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LogReaderRightsTest {

    @Test
    void aLogIsNotToldFurtherToSomebodyWhoseAccountIsGone() throws Exception {
        try (RunningServer server =
                RunningServer.start(
                        Map.of(
                                "makeline.live-logs.longest", "10m",
                                "makeline.live-logs.rights", "200ms",
                                "makeline.access.known-for", "0s"))) {
            People.Person ada = new People(server).user("Ada", "Baker");
            String job = new Jobs(ada.api()).add(new Files(ada.api()).upload("notes.txt", "x"));
            CompletableFuture<Api.Answer> followed =
                    CompletableFuture.supplyAsync(
                            () -> ada.api().get("/v1/jobs/%s/log/events".formatted(job)));
            await().during(Duration.ofSeconds(1)).until(() -> !followed.isDone());

            server.dynamoDb()
                    .deleteItem(delete ->
                            delete.tableName(AccountsTable.NAME)
                                    .key(
                                            AccountsTable.userKey(
                                                    ada.id(), AccountsTable.PROFILE_PART)));

            assertThat(followed)
                    .succeedsWithin(Duration.ofSeconds(20))
                    .satisfies(answer -> assertThat(answer.status()).isEqualTo(200));
        }
    }
}
