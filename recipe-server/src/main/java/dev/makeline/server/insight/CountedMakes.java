package dev.makeline.server.insight;

import static dev.makeline.protocol.Attributes.optionalNumber;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.server.insight.CountedMake.Kind;
import dev.makeline.server.insight.CountedMake.Use;
import dev.makeline.server.make.Gzip;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Reads what the figures take from a make out of its row: what was kept with it, nothing is
/// compared again.
final class CountedMakes {

    /// The attributes that are read, and the mark of makes that are not counted yet.
    static final String PROJECTION =
            "makeId,revision,recordedAt,madeAt,rating,#outcome,deviationScore,criticalCount,differences,differencesGzip,notCountedShard";

    private static final int LONGEST_NAME = 80;
    private static final String INGREDIENT = "/ingredients/";

    private CountedMakes() {}

    static CountedMake of(Map<String, AttributeValue> row) {
        boolean critical = optionalNumber(row, "criticalCount").orElse(0) > 0;
        return new CountedMake(
                requiredNumber(row, "makeId"),
                (int) requiredNumber(row, "revision"),
                MakeTime.of(
                        optionalText(row, "madeAt"),
                        Instant.parse(requiredText(row, "recordedAt"))),
                optionalText(row, "rating").map(BigDecimal::new),
                critical ? "critical" : requiredText(row, "outcome"),
                (int) optionalNumber(row, "deviationScore").orElse(0),
                uses(differences(row)));
    }

    private static List<Use> uses(ArrayNode differences) {
        List<Use> uses = new ArrayList<>();
        for (JsonNode difference : differences) {
            String place = difference.path("places").path("recipe").path(0).asText("");
            if (place.startsWith(INGREDIENT)) {
                int ingredient = Integer.parseInt(place.substring(INGREDIENT.length()));
                if (ingredient < RevisionFigures.INGREDIENTS) {
                    use(ingredient, difference).ifPresent(uses::add);
                }
            }
        }
        return uses;
    }

    private static Optional<Use> use(int ingredient, JsonNode difference) {
        return switch (difference.path("kind").asText("")) {
            case "quantity-changed", "unit-changed" ->
                    Optional.of(measured(ingredient, difference));
            case "ingredient-removed" -> Optional.of(plain(ingredient, Kind.OMITTED));
            case "ingredient-substituted" -> {
                JsonNode sides = difference.path("difference");
                yield Optional.of(
                        new Use(
                                ingredient,
                                Kind.SUBSTITUTED,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(clipped(sides.path("recipe").asText(""))),
                                Optional.of(clipped(sides.path("make").asText("")))));
            }
            default -> Optional.empty();
        };
    }

    private static Use measured(int ingredient, JsonNode difference) {
        JsonNode ratio = difference.path("magnitude").path("relative");
        return ratio.isNumber()
                ? new Use(
                        ingredient,
                        Kind.MEASURED,
                        Optional.of(ratio.decimalValue()),
                        Optional.of(difference.path("judgement").asText("")),
                        Optional.empty(),
                        Optional.empty())
                : plain(ingredient, Kind.UNTOLD);
    }

    private static Use plain(int ingredient, Kind kind) {
        return new Use(
                ingredient,
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String clipped(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        boolean isWithinPair = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1));
        return name.substring(0, isWithinPair ? LONGEST_NAME - 1 : LONGEST_NAME);
    }

    private static ArrayNode differences(Map<String, AttributeValue> row) {
        String json =
                optionalText(row, "differences")
                        .or(() ->
                                Optional.ofNullable(row.get("differencesGzip"))
                                        .map(Gzip::decompress))
                        .orElse("[]");
        try {
            return ProtocolJson.read(json, ArrayNode.class);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("Differences that were kept are no JSON", e);
        }
    }
}
