package dev.makeline.server.intake;

import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeLedger.CountedRange;
import dev.makeline.protocol.IntakeTable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// How many entries are submitted, without counting all of them each time: they only become more,
/// and each keeps its place in the order of changes. Ranges that lie some time back are remembered;
/// a range is counted again when a repeated submission put a row back into it, and every range
/// after a while, since another process may have done so. Thread-safe; blocking.
@Singleton
final class SubmittedCount {

    private static final String SUBMITTED = "submitted";

    /// Small ranges are joined until one read of the index would count them.
    private static final long JOINED = 1_000;

    private static final long UNKNOWN = -1;

    private final IntakeLedger ledger;
    private final IntakeSettings settings;
    private final InstantSource clock;
    private final Map<String, Partition> partitions = new ConcurrentHashMap<>();

    SubmittedCount(IntakeLedger ledger, IntakeSettings settings, InstantSource clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param shard of the state `submitted`
    long count(String shard) {
        return partitions.computeIfAbsent(shard, Partition::new).count();
    }

    /// A row was written at a place of the past.
    void placed(String objectId, Instant changedAt) {
        String position = IntakeTable.changedOrder(changedAt, objectId);
        partitions.values().forEach(partition -> partition.forget(position));
    }

    static List<String> shards() {
        return IntakeTable.shardsOf(SUBMITTED);
    }

    private final class Partition {

        private final String shard;

        /// By the end of each range; a range begins where the one before ends.
        private final NavigableMap<String, Long> ranges = new TreeMap<>();

        private Instant since = Instant.EPOCH;

        Partition(String shard) {
            this.shard = shard;
        }

        synchronized long count() {
            Instant now = clock.instant();
            if (since.plus(settings.countRememberedFor()).isBefore(now)) {
                ranges.clear();
                since = now;
            }
            String upTo = Attributes.sortableInstant(now.minus(settings.countLag()));
            List.copyOf(ranges.entrySet()).stream()
                    .filter(range -> range.getValue() == UNKNOWN)
                    .forEach(range -> countAgain(range.getKey()));
            String end = ranges.isEmpty() ? "" : ranges.lastKey();
            if (end.compareTo(upTo) < 0) {
                ledger.countRanges(shard, end, upTo).forEach(this::append);
                end = upTo;
            }
            long remembered = ranges.values().stream().mapToLong(Long::longValue).sum();
            return remembered + ledger.count(shard, Optional.of(end));
        }

        synchronized void forget(String position) {
            Map.Entry<String, Long> range = ranges.ceilingEntry(position);
            if (range != null) {
                ranges.put(range.getKey(), UNKNOWN);
            }
        }

        private void countAgain(String end) {
            Map.Entry<String, Long> before = ranges.lowerEntry(end);
            String after = before == null ? "" : before.getKey();
            ledger.countRanges(shard, after, end)
                    .forEach(range -> ranges.put(range.upTo(), range.entries()));
        }

        private void append(CountedRange range) {
            Map.Entry<String, Long> last = ranges.lastEntry();
            if (last != null && last.getValue() + range.entries() <= JOINED) {
                ranges.remove(last.getKey());
                ranges.put(range.upTo(), last.getValue() + range.entries());
            } else {
                ranges.put(range.upTo(), range.entries());
            }
        }
    }
}
