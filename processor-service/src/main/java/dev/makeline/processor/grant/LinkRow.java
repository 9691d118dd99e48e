package dev.makeline.processor.grant;

import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.JobsTable;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Hands the variables of a task over in a row of its job, where they would be too long for what a
/// task is told when it is started. The row goes when it is read. Thread-safe; throws the SDK's
/// exceptions.
public final class LinkRow {

    private static final String NAME = "MAKELINE_LINK_ROW";
    private static final String VARIABLES = "variables";

    private final DynamoDbClient dynamoDb;

    public LinkRow(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /// Idempotent: what an attempt is given later counts.
    ///
    /// @return the variables to start the task with in their place
    public Map<String, String> put(JobId job, int attempt, Map<String, String> environment) {
        Map<String, AttributeValue> row =
                new HashMap<>(JobsTable.key(job, JobsTable.linksPart(attempt)));
        row.put(
                VARIABLES,
                AttributeValue.fromM(
                        environment.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                one -> Attributes.text(one.getValue())))));
        dynamoDb.putItem(put -> put.tableName(JobsTable.NAME).item(row));
        return Map.of(NAME, "%s/%d".formatted(job, attempt));
    }

    /// With the variables that were put; the same where none were.
    public Map<String, String> take(Map<String, String> environment) {
        String name = environment.get(NAME);
        if (name == null) {
            return environment;
        }
        String[] parts = name.split("/", -1);
        Map<String, String> whole = new HashMap<>(environment);
        dynamoDb.deleteItem(delete ->
                        delete.tableName(JobsTable.NAME)
                                .key(
                                        JobsTable.key(
                                                new JobId(parts[0]),
                                                JobsTable.linksPart(Integer.parseInt(parts[1]))))
                                .returnValues(ReturnValue.ALL_OLD))
                .attributes()
                .getOrDefault(VARIABLES, AttributeValue.fromM(Map.of()))
                .m()
                .forEach((variable, value) -> whole.put(variable, value.s()));
        return whole;
    }
}
