package dev.makeline.server.make;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.RecipesTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A make's row.
final class MakeRows {

    static final String EFFECT_ID = RecipesTable.EFFECT_ID;

    /// The attributes that a [MakeItem] needs.
    static final String ITEM =
            "makeId,revision,recordedAt,madeAt,madeBy,rating,#outcome,headline,differenceCount";

    /// Texts above this many characters are stored compressed: less to pay for, and more room below
    /// DynamoDB's limit of an item.
    private static final int LONG_TEXT = 8 * 1024;

    private static final String DIFFERENCES = "differences";
    private static final String DIFFERENCES_GZIP = "differencesGzip";

    private MakeRows() {}

    static Map<String, AttributeValue> of(Make make) {
        Map<String, AttributeValue> row =
                new HashMap<>(
                        RecipesTable.key(make.recipeId(), RecipesTable.makePart(make.makeId())));
        KeptComparison comparison = make.comparison();
        row.put("recipeId", number(make.recipeId()));
        row.put("makeId", number(make.makeId()));
        row.put("revision", number(make.revision()));
        row.put("recordedAt", text(make.recordedAt().toString()));
        row.put(EFFECT_ID, text(make.effectId()));
        row.put("traceId", text(make.traceId()));
        make.madeAt().ifPresent(madeAt -> row.put("madeAt", text(madeAt)));
        make.madeBy().ifPresent(madeBy -> row.put("madeBy", text(madeBy)));
        make.rating().ifPresent(rating -> row.put("rating", text(rating.toString())));
        row.put("outcome", text(comparison.outcome()));
        row.put("headline", text(comparison.headline()));
        row.put("batchFactor", text(comparison.batchFactor().toString()));
        row.put("differenceCount", number(comparison.differenceCount()));
        if (comparison.differences().length() > LONG_TEXT) {
            row.put(DIFFERENCES_GZIP, Gzip.compress(comparison.differences()));
        } else {
            row.put(DIFFERENCES, text(comparison.differences()));
        }
        row.put("document", text(make.document()));
        return row;
    }

    static Make toMake(Map<String, AttributeValue> row) {
        return new Make(
                requiredNumber(row, "recipeId"),
                requiredNumber(row, "makeId"),
                (int) requiredNumber(row, "revision"),
                Instant.parse(requiredText(row, "recordedAt")),
                requiredText(row, EFFECT_ID),
                requiredText(row, "traceId"),
                optionalText(row, "madeAt"),
                optionalText(row, "madeBy"),
                optionalText(row, "rating").map(BigDecimal::new),
                new KeptComparison(
                        requiredText(row, "outcome"),
                        requiredText(row, "headline"),
                        new BigDecimal(requiredText(row, "batchFactor")),
                        (int) requiredNumber(row, "differenceCount"),
                        differences(row)),
                requiredText(row, "document"));
    }

    static MakeItem toItem(Map<String, AttributeValue> row) {
        return new MakeItem(
                requiredNumber(row, "makeId"),
                (int) requiredNumber(row, "revision"),
                Instant.parse(requiredText(row, "recordedAt")),
                optionalText(row, "madeAt"),
                optionalText(row, "madeBy"),
                optionalText(row, "rating").map(BigDecimal::new),
                requiredText(row, "outcome"),
                requiredText(row, "headline"),
                (int) requiredNumber(row, "differenceCount"));
    }

    private static String differences(Map<String, AttributeValue> row) {
        return optionalText(row, DIFFERENCES)
                .or(() -> Optional.ofNullable(row.get(DIFFERENCES_GZIP)).map(Gzip::decompress))
                .orElse("[]");
    }
}
