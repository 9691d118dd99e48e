package dev.makeline.server.audit;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.sortableInstant;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Audit events as rows: each in one of the shards of its month, and once more under its actor and
/// its target, since these are what events are looked for by. Within each partition they are in the
/// order of their time.
final class AuditRows {

    /// A partition takes 1,000 writes a second; a month takes this many times that.
    static final int SHARDS = 4;

    static final String ACTION = "action";
    static final String ACTOR = "actor";
    static final String TARGET = "target";

    private AuditRows() {}

    /// Equal but for their partition.
    static List<Map<String, AttributeValue>> of(AuditEvent event, Duration keptFor) {
        String shard =
                shards(YearMonth.from(event.at().atZone(ZoneOffset.UTC)))
                        .get(ThreadLocalRandom.current().nextInt(SHARDS));
        List<String> partitions = new ArrayList<>(List.of(shard));
        event.actor().map(AuditRows::ofActor).ifPresent(partitions::add);
        event.target().map(AuditRows::ofTarget).ifPresent(partitions::add);
        Map<String, AttributeValue> attributes = attributes(event, keptFor);
        return partitions.stream().map(partition -> in(partition, attributes)).toList();
    }

    static List<String> shards(YearMonth month) {
        return IntStream.range(0, SHARDS)
                .mapToObj(shard -> "audit#month#%s#%d".formatted(month, shard))
                .toList();
    }

    static String ofActor(String actor) {
        return "audit#actor#" + actor;
    }

    static String ofTarget(String target) {
        return "audit#target#" + target;
    }

    private static Map<String, AttributeValue> in(
            String partition, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> row = new HashMap<>(attributes);
        row.put(AccountsTable.SUBJECT, text(partition));
        return row;
    }

    private static Map<String, AttributeValue> attributes(AuditEvent event, Duration keptFor) {
        Map<String, AttributeValue> row = new HashMap<>();
        row.put(AccountsTable.PART, text(sortableInstant(event.at()) + '#' + UUID.randomUUID()));
        row.put("at", text(event.at().toString()));
        row.put(ACTION, text(event.action().label()));
        row.put("address", text(event.address()));
        event.actor().ifPresent(actor -> row.put(ACTOR, text(actor)));
        event.target().ifPresent(target -> row.put(TARGET, text(target)));
        event.credential().ifPresent(credential -> row.put("credential", text(credential)));
        event.trace().ifPresent(trace -> row.put("trace", text(trace)));
        row.put(
                "details",
                AttributeValue.fromM(
                        event.details().entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                detail -> text(detail.getValue())))));
        if (!keptFor.isZero()) {
            row.put(AccountsTable.TIME_TO_LIVE, number(event.at().plus(keptFor).getEpochSecond()));
        }
        return row;
    }

    static AuditEntry read(Map<String, AttributeValue> row) {
        return new AuditEntry(
                requiredText(row, AccountsTable.PART),
                Instant.parse(requiredText(row, "at")),
                requiredText(row, ACTION),
                optionalText(row, ACTOR),
                requiredText(row, "address"),
                optionalText(row, TARGET),
                row.getOrDefault("details", AttributeValue.fromM(Map.of())).m().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().s())),
                optionalText(row, "credential"),
                optionalText(row, "trace"));
    }
}
