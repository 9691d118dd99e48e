package dev.makeline.server.intake;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeTable;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/// Merges the partitions of the ledger's index into one list, the newest change first. Blocking.
@Singleton
public final class IntakeList {

    private static final int LEAST_READ = 5;

    private final IntakeLedger ledger;
    private final ExecutorService executor;

    IntakeList(IntakeLedger ledger, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.ledger = ledger;
        this.executor = executor;
    }

    /// @param states labels
    /// @param before exclusive position to go on from
    public List<IntakeEntry> newest(List<String> states, Optional<String> before, int limit) {
        List<String> shards =
                states.stream().flatMap(state -> IntakeTable.shardsOf(state).stream()).toList();
        int read = Math.min(limit, LEAST_READ + 2 * limit / shards.size());
        PriorityQueue<Shard> byNewest =
                new PriorityQueue<>(Comparator.comparing(Shard::position).reversed());
        shards.stream()
                .map(shard ->
                        CompletableFuture.supplyAsync(
                                () -> Shard.open(ledger, shard, before, read), executor))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(Shard::hasNext)
                .forEach(byNewest::add);
        return merge(byNewest, limit);
    }

    /// An object whose state changes meanwhile may stand in two partitions; the newer one counts.
    private static List<IntakeEntry> merge(PriorityQueue<Shard> byNewest, int limit) {
        List<IntakeEntry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (entries.size() < limit) {
            Shard shard = byNewest.poll();
            if (shard == null) {
                break;
            }
            IntakeEntry entry = shard.next();
            if (seen.add(entry.objectId())) {
                entries.add(entry);
            }
            if (shard.hasNext()) {
                byNewest.add(shard);
            }
        }
        return entries;
    }

    static String position(IntakeEntry entry) {
        return IntakeTable.changedOrder(entry.changedAt(), entry.objectId());
    }

    /// One partition, read piece by piece.
    private static final class Shard {

        private final IntakeLedger ledger;
        private final String shard;
        private final int read;
        private final Deque<IntakeEntry> entries = new ArrayDeque<>();
        private boolean isAtEnd;

        private Shard(IntakeLedger ledger, String shard, int read) {
            this.ledger = ledger;
            this.shard = shard;
            this.read = read;
        }

        static Shard open(IntakeLedger ledger, String name, Optional<String> before, int read) {
            Shard shard = new Shard(ledger, name, read);
            shard.readOn(before);
            return shard;
        }

        boolean hasNext() {
            return !entries.isEmpty();
        }

        String position() {
            return IntakeList.position(entries.getFirst());
        }

        IntakeEntry next() {
            IntakeEntry entry = entries.removeFirst();
            if (entries.isEmpty() && !isAtEnd) {
                readOn(Optional.of(IntakeList.position(entry)));
            }
            return entry;
        }

        private void readOn(Optional<String> before) {
            List<IntakeEntry> page = ledger.page(shard, before, read, true);
            entries.addAll(page);
            isAtEnd = page.size() < read;
        }
    }
}
