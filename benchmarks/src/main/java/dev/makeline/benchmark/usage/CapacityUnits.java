package dev.makeline.benchmark.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Capacity units that DynamoDB itself says it has counted, by what was written or read, such as
/// `write.makeline-recipes.by-effect.PutItem`; a table's own units have no name of an index.
record CapacityUnits(Map<String, Double> byTarget) {

    static final CapacityUnits NONE = new CapacityUnits(Map.of());

    private static final Set<String> READS =
            Set.of("GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems");

    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

    CapacityUnits {
        byTarget = Map.copyOf(byTarget);
    }

    /// Whether requests of this operation can be told to answer with the units they took.
    static boolean isToldBy(String operation) {
        return READS.contains(operation) || WRITES.contains(operation);
    }

    /// @param answer to a request with `ReturnConsumedCapacity` `INDEXES`; none are told when it
    ///   has no `ConsumedCapacity`
    static CapacityUnits of(String operation, JsonNode answer) {
        Map<String, Double> units = new TreeMap<>();
        JsonNode told = answer.path("ConsumedCapacity");
        if (told.isObject()) {
            add(operation, told, units);
        } else {
            told.forEach(one -> add(operation, one, units));
        }
        return new CapacityUnits(units);
    }

    private static void add(String operation, JsonNode told, Map<String, Double> units) {
        String kind = READS.contains(operation) ? "read." : "write.";
        String table = kind + told.path("TableName").asText();
        merge(units, table + '.' + operation, told.path("Table").path("CapacityUnits").asDouble());
        told.path("GlobalSecondaryIndexes")
                .properties()
                .forEach(index ->
                        merge(
                                units,
                                table + '.' + index.getKey() + '.' + operation,
                                index.getValue().path("CapacityUnits").asDouble()));
    }

    CapacityUnits plus(CapacityUnits more) {
        Map<String, Double> sum = new TreeMap<>(byTarget);
        more.byTarget.forEach((target, units) -> merge(sum, target, units));
        return new CapacityUnits(sum);
    }

    private static void merge(Map<String, Double> units, String target, double more) {
        if (more > 0) {
            units.merge(target, more, Double::sum);
        }
    }
}
