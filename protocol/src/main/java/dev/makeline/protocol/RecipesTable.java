package dev.makeline.protocol;

import static dev.makeline.protocol.Attributes.text;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/// The layout of `makeline-recipes`: everything of one recipe shares its partition
/// `recipe#<recipeId>`; the sort key `part` tells the rows apart. Numbers in keys are zero-padded,
/// so that text order is number order.
///
/// Only head rows carry `listing`, so the index of all recipes costs nothing for a make. The index
/// by effect costs one small write for each.
public final class RecipesTable {

    public static final String NAME = ResourceNames.RECIPES_TABLE;
    public static final String RECIPE = "recipe";
    public static final String PART = "part";

    /// The row that names the current revision.
    public static final String HEAD = "head";

    public static final String REVISION_PREFIX = "revision#";
    public static final String MAKE_PREFIX = "make#";

    /// Who looked at the differences of a make and says why they are fine.
    public static final String SIGN_OFF_PREFIX = "sign-off#";

    /// One row for each object version that waits for this recipe, with its document where a row
    /// holds it.
    public static final String WAITING_PREFIX = "waiting#";

    public static final String ALL_RECIPES = "all-recipes";
    public static final String LISTING = "listing";
    public static final String LISTING_ORDER = "listingOrder";

    /// The value of [#LISTING] in every head row.
    public static final String LISTED = "recipe";

    /// Finds what one effect wrote, by its id alone; for an object of the bucket that is the object
    /// id. Makes, makes that wait, and the rows that remember what recipe files did carry it.
    public static final String BY_EFFECT = "by-effect";

    public static final String EFFECT_ID = "effectId";

    private static final String PARTITION_PREFIX = "recipe#";

    private RecipesTable() {}

    public static CreateTableRequest definition() {
        return TableDefinitions.table(NAME, RECIPE, PART)
                .attributeDefinitions(
                        TableDefinitions.string(RECIPE),
                        TableDefinitions.string(PART),
                        TableDefinitions.string(LISTING),
                        TableDefinitions.string(LISTING_ORDER),
                        TableDefinitions.string(EFFECT_ID))
                .globalSecondaryIndexes(
                        TableDefinitions.index(ALL_RECIPES, LISTING, LISTING_ORDER),
                        TableDefinitions.indexOfKeys(BY_EFFECT, EFFECT_ID, PART))
                .build();
    }

    public static Map<String, AttributeValue> key(long recipeId, String part) {
        return Map.of(RECIPE, text(partition(recipeId)), PART, text(part));
    }

    public static String partition(long recipeId) {
        return PARTITION_PREFIX + recipeId;
    }

    /// @param partition as [#partition] made it
    public static long recipeIdOf(String partition) {
        return Long.parseLong(partition.substring(PARTITION_PREFIX.length()));
    }

    public static String revisionPart(int revision) {
        return REVISION_PREFIX + "%010d".formatted(revision);
    }

    /// Sixteen digits hold every id up to 2^53 − 1.
    public static String makePart(long makeId) {
        return MAKE_PREFIX + "%016d".formatted(makeId);
    }

    public static String signOffPart(long makeId) {
        return SIGN_OFF_PREFIX + "%016d".formatted(makeId);
    }

    public static String waitingPart(String objectId) {
        return WAITING_PREFIX + objectId;
    }

    public static String listingOrder(long recipeId) {
        return "%016d".formatted(recipeId);
    }
}
