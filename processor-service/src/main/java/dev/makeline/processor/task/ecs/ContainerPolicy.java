package dev.makeline.processor.task.ecs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.processor.task.TaskScope;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.JobsTable;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The session policy of a task beside a registered image: of what the role of tasks may do, only
/// what concerns the rows of one job. STS takes 2,048 characters. A pure function.
final class ContainerPolicy {

    private static final List<String> ALL =
            List.of("GetItem", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem");

    private static final List<String> READ = List.of("GetItem");

    /// STS takes no characters beyond Latin 1, and an exclusive key may have any.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ContainerPolicy() {}

    /// @param role the ARN, whose partition and account the tables are in
    static String of(TaskScope scope, String role) {
        String[] arn = role.split(":", -1);
        String tables = "arn:%s:dynamodb:*:%s:table/".formatted(arn[1], arn[4]);
        ObjectNode policy = JSON.createObjectNode().put("Version", "2012-10-17");
        ArrayNode statements = policy.putArray("Statement");
        allow(statements, ALL, tables + JobsTable.NAME, scope.jobs());
        allow(statements, READ, tables + JobsTable.NAME, Set.of(JobsTable.CONTAINERS));
        allow(statements, ALL, tables + FilesTable.NAME, scope.files());
        scope.input()
                .ifPresent(file -> allow(statements, READ, tables + FilesTable.NAME, Set.of(file)));
        try {
            return JSON.writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void allow(
            ArrayNode statements, List<String> actions, String table, Collection<String> keys) {
        ObjectNode statement = statements.addObject().put("Effect", "Allow");
        ArrayNode allowed = statement.putArray("Action");
        actions.forEach(action -> allowed.add("dynamodb:" + action));
        statement.put("Resource", table);
        ArrayNode leading =
                statement
                        .putObject("Condition")
                        .putObject("ForAllValues:StringEquals")
                        .putArray("dynamodb:LeadingKeys");
        // A variable in a person's key would be filled in by AWS.
        keys.stream().sorted().map(key -> key.replace("$", "${$}")).forEach(leading::add);
    }
}
