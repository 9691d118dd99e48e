package dev.makeline.server.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeLoopTest {

    private final OutboxOfTheTest outbox = new OutboxOfTheTest();

    @Test
    void everyDeletionIsToldOnceAndKeptAsTold() throws Exception {
        List<DeletionNotice> deletions = outbox.deletions(3);
        ChannelThatRemembers channel = new ChannelThatRemembers();
        NoticeLoop server = outbox.server(channel);

        int first = server.pollOnce();
        int second = server.pollOnce();

        assertThat(first).isEqualTo(3);
        assertThat(second).isZero();
        assertThat(channel.told()).containsExactlyInAnyOrderElementsOf(ids(deletions));
        assertThat(outbox.waiting()).isEmpty();
        assertThat(outbox.told(deletions.getFirst(), "channel")).isEqualTo("remembering");
        assertThat(outbox.told(deletions.getFirst(), "fileName")).isEqualTo("pie.json");
    }

    @Test
    void manyServersAtOnceTellEachDeletionOnce() throws Exception {
        List<DeletionNotice> deletions = outbox.deletions(60);
        ChannelThatRemembers channel = new ChannelThatRemembers();

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> polls = new ArrayList<>();
            IntStream.range(0, 8).forEach(_ -> polls.add(outbox.server(channel)::pollOnce));
            for (Future<Integer> poll : executor.invokeAll(polls)) {
                poll.get();
            }
        }

        assertThat(channel.told()).containsExactlyInAnyOrderElementsOf(ids(deletions));
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void whatACrashBeforeTellingLeftIsToldByAnotherServerWhenTheLeaseHasLapsed() throws Exception {
        DeletionNotice deletion = outbox.deletion();
        NoticeLoop dying = outbox.server(ChannelThatFails.dyingBeforeItTells());
        ChannelThatRemembers channel = new ChannelThatRemembers();
        NoticeLoop other = outbox.server(channel);
        assertThatThrownBy(dying::pollOnce).isInstanceOf(ChannelThatFails.Died.class);

        assertThat(other.pollOnce()).isZero();
        outbox.pass(OutboxOfTheTest.LEASE.minusMillis(1));
        assertThat(other.pollOnce()).isZero();
        outbox.pass(Duration.ofMillis(1));
        assertThat(other.pollOnce()).isEqualTo(1);

        assertThat(channel.told()).containsExactly(deletion.deletionId());
    }

    /// Nobody can tell such a crash from one before: the notice is told again, under the same key.
    @Test
    void whatACrashAfterTellingLeftIsToldAgainUnderTheSameKey(@TempDir Path folder)
            throws Exception {
        DeletionNotice deletion = outbox.deletion();
        ChannelThatFails channel = ChannelThatFails.dyingAfterItTold();
        FolderChannel files = new FolderChannel(folder);
        files.tell(deletion);
        assertThatThrownBy(outbox.server(channel)::pollOnce)
                .isInstanceOf(ChannelThatFails.Died.class);
        NoticeLoop other = outbox.server(files);
        other.pollOnce();
        outbox.pass(OutboxOfTheTest.LEASE);

        assertThat(other.pollOnce()).isEqualTo(1);

        assertThat(channel.told()).containsExactly(deletion.deletionId());
        assertThat(contents(folder)).containsExactly(deletion.deletionId() + ".txt");
    }

    @Test
    void clocksThatDifferTakeNothingOverTooEarly() throws Exception {
        outbox.deletion();
        assertThatThrownBy(outbox.server(ChannelThatFails.dyingBeforeItTells())::pollOnce)
                .isInstanceOf(ChannelThatFails.Died.class);
        ChannelThatRemembers channel = new ChannelThatRemembers();
        Instant later = outbox.now().plus(Duration.ofDays(1));

        assertThat(outbox.server(channel, () -> later).pollOnce()).isZero();

        assertThat(channel.told()).isEmpty();
    }

    @Test
    void whileTheChannelIsDownNoticesWaitWithGrowingPausesAndNoneIsLost() throws Exception {
        List<DeletionNotice> deletions = outbox.deletions(5);
        ChannelThatFails channel = ChannelThatFails.down();
        NoticeLoop server = outbox.server(channel);
        int attempts = 0;
        for (int second = 0; second < 600; second++) {
            assertThat(server.pollOnce()).isZero();
            outbox.pass(Duration.ofSeconds(5));
        }
        assertThat(outbox.waiting()).hasSize(5);
        for (WaitingNotice waiting : outbox.waiting()) {
            attempts += (int) waiting.attempts();
            assertThat(waiting.attempts()).isBetween(5L, 60L);
            assertThat(waiting.lease()).isEmpty();
        }
        assertThat(attempts).isLessThan(300);

        channel.repair();
        outbox.pass(OutboxOfTheTest.LONGEST_PAUSE);

        assertThat(server.pollOnce()).isEqualTo(5);
        assertThat(channel.told()).containsExactlyInAnyOrderElementsOf(ids(deletions));
    }

    @Test
    void aChannelThatHangsIsGivenUpAndTriedAgain() throws Exception {
        DeletionNotice deletion = outbox.deletion();
        CountDownLatch never = new CountDownLatch(1);
        NoticeLoop hanging =
                outbox.server(
                        new NoticeChannel() {
                            @Override
                            public String label() {
                                return "hanging";
                            }

                            @Override
                            public void tell(DeletionNotice notice) throws InterruptedException {
                                never.await();
                            }
                        });
        ChannelThatRemembers channel = new ChannelThatRemembers();

        assertThat(hanging.pollOnce()).isZero();
        outbox.pass(Duration.ofSeconds(1));
        assertThat(outbox.server(channel).pollOnce()).isEqualTo(1);

        assertThat(channel.told()).containsExactly(deletion.deletionId());
    }

    @Test
    void aNoticeThatCannotBeReadHoldsUpNoOther() throws Exception {
        DeletionNotice spoiled = outbox.deletion();
        var row = NoticeRows.toTell(spoiled);
        row.remove("ownerId");
        outbox.put(row);
        outbox.pass(Duration.ofSeconds(1));
        DeletionNotice deletion = outbox.deletion();
        ChannelThatRemembers channel = new ChannelThatRemembers();

        assertThat(outbox.server(channel).pollOnce()).isEqualTo(1);

        assertThat(channel.told()).containsExactly(deletion.deletionId());
        outbox.dynamoDb.deleteItem(delete ->
                delete.tableName("makeline-accounts")
                        .key(
                                Map.of(
                                        "subject", row.get("subject"),
                                        "part", row.get("part"))));
    }

    private static List<String> ids(List<DeletionNotice> notices) {
        return notices.stream().map(DeletionNotice::deletionId).toList();
    }

    private static List<String> contents(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
