package dev.makeline.server.audit;

import static dev.makeline.protocol.Attributes.sortableInstant;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/// Finds events: by their target or actor in the partition of it, else day by day, merging the
/// shards of each. Nothing is scanned. Thread-safe; blocks.
@Singleton
public final class AuditHistory {

    /// Reads of a partition, or of all shards of a day, for one page: a month without events.
    private static final int MOST_ROUNDS = 32;

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
            position = read.readTo().orElseGet(() -> beforeThat(query, read.day()));
        }
        return new AuditPage(entries, Optional.of(position));
    }

    private AuditRound read(AuditQuery query, String position, int limit) {
        LocalDate day = dayBefore(position);
        List<AuditRound.Part> parts =
                partitions(query, day).stream()
                        .map(name ->
                                CompletableFuture.supplyAsync(
                                        () -> partition.read(name, query, position, limit),
                                        executor))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        return AuditRound.of(day, parts);
    }

    private static List<String> partitions(AuditQuery query, LocalDate day) {
        return query.target()
                .map(AuditRows::ofTarget)
                .or(() -> query.actor().map(AuditRows::ofActor))
                .map(List::of)
                .orElseGet(() -> AuditRows.shards(day));
    }

    /// A position is a time and an id, or a day alone, which stands before all that is of it.
    private static LocalDate dayBefore(String position) {
        LocalDate day = LocalDate.parse(position.substring(0, 10));
        return position.length() == 10 ? day.minusDays(1) : day;
    }

    private static String beforeThat(AuditQuery query, LocalDate day) {
        boolean isOfDays = query.target().isEmpty() && query.actor().isEmpty();
        return isOfDays
                ? day.toString()
                : query.from().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
