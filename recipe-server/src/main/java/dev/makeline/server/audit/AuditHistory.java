package dev.makeline.server.audit;

import static dev.makeline.protocol.Attributes.sortableInstant;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/// Finds events: by their target or actor in the partition of it, else month by month, merging the
/// shards of each. Nothing is scanned. Thread-safe; blocks.
@Singleton
public final class AuditHistory {

    /// Reads of a partition, or of all shards of a month, for one page: years without events.
    private static final int MOST_ROUNDS = 32;

    /// Characters of `2026-11`.
    private static final int MONTH_LENGTH = 7;

    private final AuditPartition partition;
    private final ExecutorService executor;

    AuditHistory(
            AuditPartition partition, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.partition = partition;
        this.executor = executor;
    }

    /// @param before a position that an earlier page named
    public AuditPage find(AuditQuery query, Optional<String> before, int size) {
        List<AuditEntry> entries = new ArrayList<>();
        String position = before.orElseGet(() -> sortableInstant(query.until()));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (position.compareTo(sortableInstant(query.from())) <= 0) {
                return new AuditPage(entries, Optional.empty());
            }
            AuditRound read = read(query, position, size + 1);
            entries.addAll(read.entries());
            if (entries.size() > size) {
                List<AuditEntry> page = entries.subList(0, size);
                return new AuditPage(page, Optional.of(page.getLast().position()));
            }
            position = read.readTo().orElseGet(() -> beforeThat(query, read.month()));
        }
        return new AuditPage(entries, Optional.of(position));
    }

    private AuditRound read(AuditQuery query, String position, int limit) {
        YearMonth month = monthBefore(position);
        List<AuditRound.Part> parts =
                partitions(query, month).stream()
                        .map(name ->
                                CompletableFuture.supplyAsync(
                                        () -> partition.read(name, query, position, limit),
                                        executor))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        return AuditRound.of(month, parts);
    }

    private static List<String> partitions(AuditQuery query, YearMonth month) {
        return query.target()
                .map(AuditRows::ofTarget)
                .or(() -> query.actor().map(AuditRows::ofActor))
                .map(List::of)
                .orElseGet(() -> AuditRows.shards(month));
    }

    /// A position is a time and an id, or a month alone, which stands before all that is of it.
    private static YearMonth monthBefore(String position) {
        YearMonth month = YearMonth.parse(position.substring(0, MONTH_LENGTH));
        return position.length() == MONTH_LENGTH ? month.minusMonths(1) : month;
    }

    private static String beforeThat(AuditQuery query, YearMonth month) {
        boolean isOfMonths = query.target().isEmpty() && query.actor().isEmpty();
        return isOfMonths
                ? month.toString()
                : YearMonth.from(query.from().atZone(ZoneOffset.UTC)).toString();
    }
}
