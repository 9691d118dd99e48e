package dev.makeline.processor.kind.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// A make as a report tells it, from what recipe-server answers.
///
/// @param at when it was made as far as that is said and readable, else when it was recorded; UTC
/// @param madeAt as its maker wrote it
/// @param score 0 to 100, how far it is from the recipe
record ReportedMake(
        long makeId,
        int revision,
        Instant at,
        Optional<String> madeAt,
        Instant recordedAt,
        Optional<String> madeBy,
        Optional<BigDecimal> rating,
        String outcome,
        Optional<Integer> score,
        List<ReportedDifference> differences) {

    ReportedMake {
        differences = List.copyOf(differences);
    }

    /// @param item of the list of makes
    /// @param make with its differences
    static ReportedMake of(JsonNode item, JsonNode make) {
        Optional<String> madeAt = text(item, "madeAt");
        Instant recordedAt = Instant.parse(item.path("recordedAt").asText());
        return new ReportedMake(
                item.path("makeId").asLong(),
                item.path("revision").asInt(),
                madeAt.flatMap(ReportedMake::time).orElse(recordedAt),
                madeAt,
                recordedAt,
                text(item, "madeBy"),
                Optional.of(item.path("rating"))
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::decimalValue),
                item.path("outcome").asText(),
                Optional.of(item.path("deviationScore"))
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::asInt),
                make.path("differences").valueStream().map(ReportedDifference::of).toList());
    }

    private static Optional<Instant> time(String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException e) {
            return day(written);
        }
    }

    private static Optional<Instant> day(String written) {
        try {
            String day = written.length() < 10 ? written : written.substring(0, 10);
            return Optional.of(LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field))
                .filter(value -> value.isValueNode() && !value.isNull() && !value.isMissingNode())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }
}
