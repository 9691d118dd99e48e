package dev.makeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the comparison of a sample must come to.
///
/// @param outcome of the comparison
/// @param fields `recipeField` of each difference, in order
record Expectation(String outcome, List<String> fields) {

    static final Expectation EXACT = new Expectation("exact", List.of());
    static final Expectation SAME_IN_ANOTHER_SIZE = new Expectation("equivalent", List.of());

    Expectation {
        fields = List.copyOf(fields);
    }

    static Expectation differing(String... fields) {
        return new Expectation("deviating", List.of(fields));
    }

    /// @param differences the answer of `GET …/differences`
    /// @return a sentence when it is not as expected
    Optional<String> unmet(JsonNode differences) {
        String found = differences.path("comparison").path("outcome").asText();
        List<String> foundFields = new ArrayList<>();
        differences
                .path("differences")
                .forEach(difference -> foundFields.add(difference.path("recipeField").asText()));
        return found.equals(outcome) && foundFields.equals(fields)
                ? Optional.empty()
                : Optional.of(
                        "Expected the outcome %s with differences of %s, but it is %s with %s."
                                .formatted(outcome, fields, found, foundFields));
    }
}
