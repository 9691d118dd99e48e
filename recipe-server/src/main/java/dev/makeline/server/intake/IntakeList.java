package dev.makeline.server.intake;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeTable;
import dev.makeline.server.shard.ShardedList;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/// Merges the partitions of the ledger's index into one list, the newest change first. Blocking.
@Singleton
public final class IntakeList {

    private final ShardedList<IntakeEntry> entries;

    IntakeList(IntakeLedger ledger, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.entries =
                new ShardedList<>(
                        (shard, before, limit) -> ledger.page(shard, before, limit, true),
                        IntakeList::position,
                        IntakeEntry::objectId,
                        executor);
    }

    /// @param states labels
    /// @param before exclusive position to go on from
    public List<IntakeEntry> newest(List<String> states, Optional<String> before, int limit) {
        List<String> shards =
                states.stream().flatMap(state -> IntakeTable.shardsOf(state).stream()).toList();
        return entries.newest(shards, before, limit);
    }

    static String position(IntakeEntry entry) {
        return IntakeTable.changedOrder(entry.changedAt(), entry.objectId());
    }
}
