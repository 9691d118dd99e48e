package dev.makeline.processor.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The task definitions of the stand-in: the one that all tasks have, and those registered since.
public final class StandInDefinitions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARN = "arn:aws:ecs:us-east-1:123456789012:task-definition/";

    private final List<ObjectNode> registered = new ArrayList<>();

    StandInDefinitions() {
        ObjectNode base = JSON.createObjectNode();
        base.put("family", "makeline-task");
        base.put("taskRoleArn", "arn:aws:iam::123456789012:role/makeline-task");
        base.put("executionRoleArn", "arn:aws:iam::123456789012:role/makeline-execution");
        base.put("networkMode", "awsvpc").put("cpu", "256").put("memory", "512");
        base.putObject("runtimePlatform").put("cpuArchitecture", "ARM64");
        ObjectNode container = base.putArray("containerDefinitions").addObject();
        container.put("name", "task").put("image", "makeline/processor:1").put("memory", 512);
        container
                .putObject("logConfiguration")
                .put("logDriver", "awslogs")
                .putObject("options")
                .put("awslogs-group", "/makeline/tasks");
        register(base);
    }

    /// Without the one that all tasks have.
    public synchronized List<JsonNode> registered() {
        return List.copyOf(registered.subList(1, registered.size()));
    }

    /// Empty when there is none such.
    synchronized Optional<ObjectNode> answer(String action, JsonNode request) {
        return (action.equals("RegisterTaskDefinition")
                        ? Optional.of(register(request.deepCopy()))
                        : find(request.path("taskDefinition").asText()))
                .map(definition -> {
                    ObjectNode answer = JSON.createObjectNode();
                    answer.set("taskDefinition", definition);
                    return answer;
                });
    }

    /// The second container, if it has one.
    synchronized Optional<JsonNode> beside(String definition) {
        return find(definition)
                .map(one -> one.at("/containerDefinitions/1"))
                .filter(JsonNode::isObject);
    }

    private ObjectNode register(ObjectNode definition) {
        long revision =
                1
                        + registered.stream()
                                .filter(one -> one.path("family").equals(definition.path("family")))
                                .count();
        definition.put(
                "taskDefinitionArn", ARN + definition.path("family").asText() + ":" + revision);
        definition.put("status", "ACTIVE").put("revision", revision);
        registered.add(definition);
        return definition;
    }

    private Optional<ObjectNode> find(String definition) {
        return registered.reversed().stream()
                .filter(one ->
                        one.path("family").asText().equals(definition)
                                || one.path("taskDefinitionArn").asText().equals(definition))
                .findFirst();
    }
}
