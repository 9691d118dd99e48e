package dev.makeline.server.recipe;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.protocol.RecipesTable;
import dev.makeline.server.request.Effect;
import dev.makeline.server.request.Sha256;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The rows of one recipe, apart from its makes: head, revisions, effects, and the newest version
/// taken of each file.
final class RecipeRows {

    static final String REVISION = "revision";

    /// What a [Head] needs of a revision's row.
    static final String HEAD_ATTRIBUTES =
            "recipeId,recipeName,rating,revision,createdAt,contentHash";

    static final String OBJECT_ID = "objectId";

    private RecipeRows() {}

    static String effectPart(Effect effect) {
        return "effect#" + effect.id();
    }

    static String takenPart(ObjectOrder order) {
        return "taken#" + Sha256.hex((order.bucket() + '\0' + order.key()).getBytes(UTF_8));
    }

    static Map<String, AttributeValue> head(Revision revision) {
        Map<String, AttributeValue> row = described(revision, RecipesTable.HEAD);
        row.put(RecipesTable.LISTING, text(RecipesTable.LISTED));
        row.put(RecipesTable.LISTING_ORDER, text(RecipesTable.listingOrder(revision.recipeId())));
        return row;
    }

    static Map<String, AttributeValue> revision(Revision revision) {
        Map<String, AttributeValue> row =
                described(revision, RecipesTable.revisionPart(revision.number()));
        row.put("document", text(revision.document()));
        return row;
    }

    static Map<String, AttributeValue> effect(
            long recipeId, Effect effect, int revision, Instant at, Optional<ObjectOrder> taken) {
        Map<String, AttributeValue> row =
                new HashMap<>(RecipesTable.key(recipeId, effectPart(effect)));
        row.put(REVISION, number(revision));
        row.put("at", text(at.toString()));
        taken.ifPresent(order -> row.put(RecipesTable.EFFECT_ID, text(order.objectId())));
        return row;
    }

    static Map<String, AttributeValue> taken(long recipeId, ObjectOrder order) {
        Map<String, AttributeValue> row =
                new HashMap<>(RecipesTable.key(recipeId, takenPart(order)));
        row.put("bucket", text(order.bucket()));
        row.put("key", text(order.key()));
        row.put(OBJECT_ID, text(order.objectId()));
        row.put("lastModified", text(order.lastModified().toString()));
        order.sequencer().ifPresent(sequencer -> row.put("sequencer", text(sequencer)));
        return row;
    }

    static Head toHead(Map<String, AttributeValue> row) {
        return new Head(
                requiredNumber(row, "recipeId"),
                requiredText(row, "recipeName"),
                rating(row),
                (int) requiredNumber(row, REVISION),
                Instant.parse(requiredText(row, "createdAt")),
                requiredText(row, "contentHash"));
    }

    static Revision toRevision(Map<String, AttributeValue> row) {
        return new Revision(
                requiredNumber(row, "recipeId"),
                (int) requiredNumber(row, REVISION),
                requiredText(row, "recipeName"),
                rating(row),
                requiredText(row, "contentHash"),
                requiredText(row, "document"),
                Instant.parse(requiredText(row, "createdAt")));
    }

    static RecipeState.PastEffect toPastEffect(Map<String, AttributeValue> row) {
        return new RecipeState.PastEffect(
                (int) requiredNumber(row, REVISION), Instant.parse(requiredText(row, "at")));
    }

    static ObjectOrder toOrder(Map<String, AttributeValue> row) {
        return new ObjectOrder(
                requiredText(row, "bucket"),
                requiredText(row, "key"),
                requiredText(row, OBJECT_ID),
                Instant.parse(requiredText(row, "lastModified")),
                optionalText(row, "sequencer"));
    }

    private static Map<String, AttributeValue> described(Revision revision, String part) {
        Map<String, AttributeValue> row =
                new HashMap<>(RecipesTable.key(revision.recipeId(), part));
        row.put("recipeId", number(revision.recipeId()));
        row.put(REVISION, number(revision.number()));
        row.put("recipeName", text(revision.name()));
        revision.rating().ifPresent(rating -> row.put("rating", text(rating.toString())));
        row.put("contentHash", text(revision.contentHash()));
        row.put("createdAt", text(revision.createdAt().toString()));
        return row;
    }

    private static Optional<BigDecimal> rating(Map<String, AttributeValue> row) {
        return optionalText(row, "rating").map(BigDecimal::new);
    }
}
