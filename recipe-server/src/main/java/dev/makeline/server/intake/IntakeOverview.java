package dev.makeline.server.intake;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeTable;
import dev.makeline.server.memory.SharedLoads;
import dev.makeline.server.request.Cursors;
import dev.makeline.server.request.Found;
import dev.makeline.server.request.Page;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.ToLongFunction;

/// What became of the objects of the bucket, in pages and in numbers. Thread-safe; blocking.
@Singleton
public final class IntakeOverview {

    private static final long COUNTED_EACH_TIME = 1_000;
    private static final Duration LONGEST_MEMORY = Duration.ofSeconds(30);

    private final IntakeLedger ledger;
    private final IntakeList list;
    private final SubmittedCount submittedCount;
    private final Cursors cursors;
    private final ExecutorService executor;
    private final SharedLoads<Boolean, IntakeSummary> summaries;

    IntakeOverview(
            IntakeLedger ledger,
            IntakeList list,
            SubmittedCount submittedCount,
            Cursors cursors,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.ledger = ledger;
        this.list = list;
        this.submittedCount = submittedCount;
        this.cursors = cursors;
        this.executor = executor;
        this.summaries =
                new SharedLoads<>(_ -> count(), IntakeOverview::rememberedFor, _ -> 1, 1, executor);
    }

    /// The newest change first.
    ///
    /// @param state all of them when left out
    public Page<IntakeItem> list(Optional<String> state, int size, Optional<String> cursor) {
        List<String> states = IntakeStates.listed(state);
        String name = "intake " + String.join(",", states);
        List<IntakeEntry> found = list.newest(states, cursors.read(name, cursor), size + 1);
        Page<IntakeEntry> page =
                Page.of(
                        new Found<>(found, false),
                        size,
                        last -> cursors.write(name, IntakeList.position(last)));
        return new Page<>(page.items().stream().map(IntakeItem::of).toList(), page.nextCursor());
    }

    /// How many objects are in each state; as it was some seconds ago where they are many.
    public IntakeSummary summary() {
        return summaries.get(true).join();
    }

    /// Counting reads the entries of all states but `submitted`: beyond a thousand, it is
    /// remembered for as many milliseconds, which keeps it to some thousand entries a second
    /// however many look.
    private static Duration rememberedFor(IntakeSummary summary) {
        long counted =
                summary.queued() + summary.waiting() + summary.rejected() + summary.dismissed();
        return Duration.ofMillis(
                Math.clamp(counted - COUNTED_EACH_TIME, 0, LONGEST_MEMORY.toMillis()));
    }

    private IntakeSummary count() {
        CompletableFuture<Long> queued = count("queued");
        CompletableFuture<Long> submitted = total(SubmittedCount.shards(), submittedCount::count);
        CompletableFuture<Long> waiting = count("waiting");
        CompletableFuture<Long> rejected = count("rejected");
        CompletableFuture<Long> dismissed = count("dismissed");
        return new IntakeSummary(
                queued.join(), submitted.join(), waiting.join(), rejected.join(), dismissed.join());
    }

    private CompletableFuture<Long> count(String state) {
        return total(IntakeTable.shardsOf(state), shard -> ledger.count(shard, Optional.empty()));
    }

    private CompletableFuture<Long> total(List<String> shards, ToLongFunction<String> count) {
        return shards.stream()
                .map(shard ->
                        CompletableFuture.supplyAsync(() -> count.applyAsLong(shard), executor))
                .reduce((one, other) -> one.thenCombine(other, Long::sum))
                .orElseThrow();
    }
}
