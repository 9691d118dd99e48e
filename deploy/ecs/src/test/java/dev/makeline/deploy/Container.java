package dev.makeline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.deploy.Installation.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The program of a task definition, with the environment that ECS would give it.
///
/// @param family of the task definition
/// @param command that the program is started with; empty where the image says it all
/// @param environment where what is known only in the cloud is a stand-in
record Container(String family, List<String> command, Map<String, String> environment) {

    private static final String STAND_IN = "standin";

    static Container of(Resource definition) {
        JsonNode container = definition.at("/ContainerDefinitions/0");
        Map<String, String> environment = new TreeMap<>();
        Installation.elements(container.path("Environment"))
                .forEach(variable ->
                        environment.put(
                                variable.path("Name").asText(), value(variable.path("Value"))));
        Installation.elements(container.path("Secrets"))
                .forEach(secret -> {
                    String name = secret.path("Name").asText();
                    environment.put(
                            name,
                            name.endsWith("PRIVATE_KEY")
                                    ? DownloadKeys.privatePem()
                                    : "Q7pVx2mL9sTk4wRz8nHb3jYc6fGd1uAe5oKi0tBq7xWv2yMr");
                });
        return new Container(
                definition.at("/Family").asText(),
                Installation.elements(container.path("Command")).map(JsonNode::asText).toList(),
                environment);
    }

    private static String value(JsonNode value) {
        if (value.isTextual()) {
            return value.asText();
        }
        JsonNode join = value.path("Fn::Join");
        return join.isMissingNode()
                ? STAND_IN
                : Installation.elements(join.path(1))
                        .map(Container::value)
                        .collect(Collectors.joining(join.path(0).asText()));
    }

    boolean isOfJobs() {
        return family.equals("makeline-task");
    }

    String service() {
        return switch (family) {
            case "makeline-task" -> "processor-service";
            default -> family.substring("makeline-".length());
        };
    }

    @Override
    public String toString() {
        return family;
    }
}
