package dev.makeline.server.shard;

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
import java.util.concurrent.Executor;
import java.util.function.Function;

/// A list whose entries are spread over partitions, each in the order of the entries' positions.
/// All partitions are read at once, and of each only so much as the newest entries take: where they
/// are spread evenly, one read of each. Blocking.
///
/// @param reader of one partition
/// @param position of an entry in the list; a later text stands for a newer entry
/// @param identity of what an entry tells of: what changes meanwhile may stand in two partitions,
///   and the newer one counts
/// @param executor for the reads
public record ShardedList<T>(
        Reader<T> reader,
        Function<T, String> position,
        Function<T, Object> identity,
        Executor executor) {

    private static final int LEAST_READ = 5;

    /// Reads one partition, the newest first.
    @FunctionalInterface
    public interface Reader<T> {

        /// @param before exclusive position to go on from
        /// @return fewer than `limit` at the end of the partition alone
        List<T> read(String shard, Optional<String> before, int limit);
    }

    /// The newest first.
    ///
    /// @param before exclusive position to go on from
    public List<T> newest(List<String> shards, Optional<String> before, int limit) {
        int read = Math.min(limit, LEAST_READ + 2 * limit / shards.size());
        PriorityQueue<Shard> byNewest =
                new PriorityQueue<>(Comparator.comparing(Shard::position).reversed());
        shards.stream()
                .map(name ->
                        CompletableFuture.supplyAsync(() -> open(name, before, read), executor))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(Shard::hasNext)
                .forEach(byNewest::add);
        return merge(byNewest, limit);
    }

    private List<T> merge(PriorityQueue<Shard> byNewest, int limit) {
        List<T> entries = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        while (entries.size() < limit) {
            Shard shard = byNewest.poll();
            if (shard == null) {
                break;
            }
            T entry = shard.next();
            if (seen.add(identity.apply(entry))) {
                entries.add(entry);
            }
            if (shard.hasNext()) {
                byNewest.add(shard);
            }
        }
        return entries;
    }

    private Shard open(String name, Optional<String> before, int read) {
        Shard shard = new Shard(name, read);
        shard.readOn(before);
        return shard;
    }

    /// One partition, read piece by piece.
    private final class Shard {

        private final String name;
        private final int read;
        private final Deque<T> entries = new ArrayDeque<>();
        private boolean isAtEnd;

        private Shard(String name, int read) {
            this.name = name;
            this.read = read;
        }

        boolean hasNext() {
            return !entries.isEmpty();
        }

        String position() {
            return position.apply(entries.getFirst());
        }

        T next() {
            T entry = entries.removeFirst();
            if (entries.isEmpty() && !isAtEnd) {
                readOn(Optional.of(position.apply(entry)));
            }
            return entry;
        }

        private void readOn(Optional<String> before) {
            List<T> page = reader.read(name, before, read);
            entries.addAll(page);
            isAtEnd = page.size() < read;
        }
    }
}
