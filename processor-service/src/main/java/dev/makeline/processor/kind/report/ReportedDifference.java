package dev.makeline.processor.kind.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One difference of a make.
///
/// @param recipe what the recipe says, as text
/// @param make what the make says
/// @param ratio the make's amount as a multiple of the recipe's
record ReportedDifference(
        String kind,
        String sentence,
        String judgement,
        OptionalLong ingredientId,
        OptionalLong stepId,
        Optional<String> recipe,
        Optional<String> make,
        OptionalDouble ratio) {

    static ReportedDifference of(JsonNode json) {
        JsonNode ratio = json.path("magnitude").path("relative");
        return new ReportedDifference(
                json.path("kind").asText(),
                json.path("sentence").asText(),
                json.path("judgement").asText(),
                id(json.path("ingredientId")),
                id(json.path("stepId")),
                ReportedMake.text(json.path("difference"), "recipe"),
                ReportedMake.text(json.path("difference"), "make"),
                ratio.isNumber() && Double.isFinite(ratio.asDouble())
                        ? OptionalDouble.of(ratio.asDouble())
                        : OptionalDouble.empty());
    }

    private static OptionalLong id(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong()
                ? OptionalLong.of(value.longValue())
                : OptionalLong.empty();
    }
}
