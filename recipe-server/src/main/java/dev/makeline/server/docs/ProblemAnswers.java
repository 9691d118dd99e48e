package dev.makeline.server.docs;

import static dev.makeline.server.docs.RouteDescriptions.map;

import dev.makeline.server.problem.Problem;
import io.micronaut.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The problems that an operation may answer, as far as its parameters and its access tell.
///
/// @param descriptions by status, and that of any other problem under `default`
record ProblemAnswers(Map<String, Object> descriptions) {

    private static final String RESPONSES = "responses";
    private static final String DESCRIPTION = "description";
    private static final Map<String, Object> SCHEMA =
            Map.of("$ref", "#/components/schemas/Problem");

    /// What an operation itself says of an answer stays.
    void addTo(Map<String, Object> operation, boolean isOpen) {
        Map<String, Object> answers = new TreeMap<>(map(operation, RESPONSES));
        answers.forEach((status, _) -> name(operation, map(answers, status), status));
        boolean hasBody = operation.containsKey("requestBody");
        if (hasBody || !parameters(operation).isEmpty()) {
            add(answers, "400");
        }
        if (!isOpen) {
            add(answers, "401");
            add(answers, "403");
        }
        if (has(operation, "in", "path")) {
            add(answers, "404");
        }
        if (has(operation, "name", HttpHeaders.IF_MATCH)) {
            add(answers, "412");
        }
        if (hasBody) {
            add(answers, "415");
        }
        add(answers, "default");
        operation.put(RESPONSES, answers);
    }

    /// An answer that nobody described is what the operation is for.
    private static void name(
            Map<String, Object> operation, Map<String, Object> answer, String status) {
        String placeholder = "%s %s response".formatted(operation.get("operationId"), status);
        if (placeholder.equals(answer.get(DESCRIPTION))) {
            answer.put(DESCRIPTION, Objects.requireNonNull(operation.get("summary")));
        }
    }

    /// Its fields keep their order, so that the description is the same at each start.
    private void add(Map<String, Object> answers, String status) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(DESCRIPTION, Objects.requireNonNull(descriptions.get(status)));
        answer.put("content", Map.of(Problem.CONTENT_TYPE, Map.of("schema", SCHEMA)));
        answers.putIfAbsent(status, answer);
    }

    private static boolean has(Map<String, Object> operation, String field, String value) {
        return parameters(operation).stream()
                .anyMatch(one ->
                        one instanceof Map<?, ?> parameter && value.equals(parameter.get(field)));
    }

    private static List<?> parameters(Map<String, Object> operation) {
        return operation.get("parameters") instanceof List<?> list ? list : List.of();
    }
}
