package dev.makeline.server.make;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalNumber;
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
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A make's row.
final class MakeRows {

    static final String EFFECT_ID = RecipesTable.EFFECT_ID;

    /// The attributes that a [MakeItem] needs.
    static final String ITEM =
            "makeId,revision,recordedAt,madeAt,madeBy,rating,#outcome,headline,differenceCount,deviationScore,criticalCount,signedOffBy";

    /// Texts above this many characters are stored compressed: less to pay for, and more room below
    /// DynamoDB's limit of an item.
    private static final int LONG_TEXT = 8 * 1024;

    /// In the index of recent makes, which is paid for by the KiB.
    private static final int LONGEST_NAME = 200;

    private static final String SIGNED_OFF_BY = "signedOffBy";
    private static final String SIGNED_OFF_NAME = "signedOffName";
    private static final String SIGN_OFF_REASON = "signOffReason";

    /// Bytes that a sign-off adds to a row.
    static final int ROOM_FOR_SIGN_OFF = 2 * 1024;

    private static final String ELLIPSIS = "…";

    private static final String DIFFERENCES = "differences";
    private static final String SUMMARY = "summary";
    private static final String GZIP = "Gzip";
    private static final String DEVIATION_SCORE = "deviationScore";
    private static final String CRITICAL_COUNT = "criticalCount";

    private MakeRows() {}

    /// A new make's row, marked as not counted yet.
    static Map<String, AttributeValue> of(Make make, String recipeName) {
        Map<String, AttributeValue> row =
                new HashMap<>(
                        RecipesTable.key(make.recipeId(), RecipesTable.makePart(make.makeId())));
        KeptComparison comparison = make.comparison();
        row.put("recipeId", number(make.recipeId()));
        row.put("recipeName", text(clipped(recipeName)));
        putTimes(row, make);
        row.put(
                RecipesTable.NOT_COUNTED_SHARD,
                text(RecipesTable.notCountedShard(make.recipeId())));
        row.put("makeId", number(make.makeId()));
        row.put("revision", number(make.revision()));
        row.put("recordedAt", text(make.recordedAt().toString()));
        row.put(EFFECT_ID, text(make.effectId()));
        row.put("traceId", text(make.traceId()));
        make.madeAt().ifPresent(madeAt -> row.put("madeAt", text(clipped(madeAt))));
        make.madeBy().ifPresent(madeBy -> row.put("madeBy", text(clipped(madeBy))));
        make.rating().ifPresent(rating -> row.put("rating", text(rating.toString())));
        row.put("outcome", text(comparison.outcome()));
        row.put("headline", text(comparison.headline()));
        row.put("batchFactor", text(comparison.batchFactor().toString()));
        row.put("differenceCount", number(comparison.differenceCount()));
        comparison.deviationScore().ifPresent(score -> row.put(DEVIATION_SCORE, number(score)));
        comparison.criticalCount().ifPresent(count -> row.put(CRITICAL_COUNT, number(count)));
        putText(row, SUMMARY, comparison.summary());
        putText(row, DIFFERENCES, comparison.differences());
        row.put("document", text(make.document()));
        return row;
    }

    /// The whole text stays in the document.
    static String clipped(String text) {
        if (text.length() <= LONGEST_NAME) {
            return text;
        }
        int end = LONGEST_NAME - ELLIPSIS.length();
        boolean isWithinPair = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, isWithinPair ? end - 1 : end) + ELLIPSIS;
    }

    /// By which lists find it.
    private static void putTimes(Map<String, AttributeValue> row, Make make) {
        row.put(
                RecipesTable.KEPT_MONTH,
                text(RecipesTable.monthShard(make.recordedAt(), make.makeId())));
        if (make.isDeviating()) {
            row.put(
                    RecipesTable.OPEN_SHARD,
                    text(
                            RecipesTable.openShard(
                                    make.comparison().criticalCount().orElse(0) > 0,
                                    make.makeId())));
        }
        row.put(
                RecipesTable.KEPT_ORDER,
                text(RecipesTable.keptOrder(make.recordedAt(), make.recipeId(), make.makeId())));
    }

    /// What lists need of a row that an earlier version wrote.
    ///
    /// @param recipeName where the row does not say it
    static Map<String, AttributeValue> lacking(
            Map<String, AttributeValue> row, String recipeName, Optional<SignOff> signOff) {
        Map<String, AttributeValue> lacking = new HashMap<>();
        Make make = toMake(row);
        putTimes(lacking, make);
        lacking.put("recipeId", number(make.recipeId()));
        lacking.put(
                "recipeName", text(clipped(optionalText(row, "recipeName").orElse(recipeName))));
        signOff.ifPresent(signed -> {
            lacking.remove(RecipesTable.OPEN_SHARD);
            lacking.putAll(ofSignOff(signed));
        });
        return lacking;
    }

    /// What a make's row says of its sign-off.
    static Map<String, AttributeValue> ofSignOff(SignOff signOff) {
        return Map.of(
                SIGNED_OFF_BY, text(signOff.name()),
                SIGNED_OFF_NAME, text(clipped(signOff.shownName())),
                SIGN_OFF_REASON, text(clipped(signOff.reason())));
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
                comparison(row),
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
                (int) requiredNumber(row, "differenceCount"),
                optionalCount(row, DEVIATION_SCORE),
                optionalCount(row, CRITICAL_COUNT),
                optionalText(row, SIGNED_OFF_BY));
    }

    private static KeptComparison comparison(Map<String, AttributeValue> row) {
        String outcome = requiredText(row, "outcome");
        String headline = requiredText(row, "headline");
        BigDecimal batchFactor = new BigDecimal(requiredText(row, "batchFactor"));
        int differenceCount = (int) requiredNumber(row, "differenceCount");
        String differences = longText(row, DIFFERENCES).orElse("[]");
        return longText(row, SUMMARY)
                .map(summary ->
                        new KeptComparison(
                                outcome,
                                headline,
                                batchFactor,
                                differenceCount,
                                optionalCount(row, DEVIATION_SCORE),
                                optionalCount(row, CRITICAL_COUNT),
                                summary,
                                differences))
                .orElseGet(() ->
                        KeptComparison.unjudged(
                                outcome, headline, batchFactor, differenceCount, differences));
    }

    private static Optional<Integer> optionalCount(Map<String, AttributeValue> row, String name) {
        OptionalLong count = optionalNumber(row, name);
        return count.isPresent() ? Optional.of((int) count.getAsLong()) : Optional.empty();
    }

    private static void putText(Map<String, AttributeValue> row, String name, String text) {
        if (text.length() > LONG_TEXT) {
            row.put(name + GZIP, Gzip.compress(text));
        } else {
            row.put(name, text(text));
        }
    }

    private static Optional<String> longText(Map<String, AttributeValue> row, String name) {
        return optionalText(row, name)
                .or(() -> Optional.ofNullable(row.get(name + GZIP)).map(Gzip::decompress));
    }
}
