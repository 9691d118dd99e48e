package dev.makeline.server;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Attributes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The audit events of today, in their order.
record AuditTrail(RunningServer server) {

    private static final int SHARDS = 4;

    static AuditTrail of(RunningServer server) {
        return new AuditTrail(server);
    }

    private List<Map<String, AttributeValue>> events() {
        String day = "audit#day#%s#".formatted(LocalDate.now(ZoneOffset.UTC));
        return IntStream.range(0, SHARDS)
                .mapToObj(shard -> AuditRows.in(server, day + shard))
                .flatMap(List::stream)
                .sorted(
                        Comparator.comparing(
                                event -> Attributes.requiredText(event, AccountsTable.PART)))
                .toList();
    }

    List<String> actions() {
        return events().stream().map(event -> Attributes.requiredText(event, "action")).toList();
    }

    List<String> actionsOf(String actor) {
        return events().stream()
                .filter(event ->
                        Attributes.optionalText(event, "actor").filter(actor::equals).isPresent())
                .map(event -> Attributes.requiredText(event, "action"))
                .toList();
    }

    String text() {
        return events().toString();
    }
}
