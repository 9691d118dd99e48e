package dev.makeline.protocol;

import static dev.makeline.protocol.Attributes.text;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/// The layout of `makeline-recipes`: everything of one recipe shares its partition
/// `recipe#<recipeId>`; the sort key `part` tells the rows apart. Numbers in keys are zero-padded,
/// so that text order is number order.
///
/// Only head rows carry `listing`, so the index of all recipes costs nothing for a make. The
/// indexes by effect, by time and of what is not counted yet cost one small write each; that of
/// open makes costs one for a make that deviates.
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

    /// The figures of a recipe that are kept as its makes arrive.
    public static final String INSIGHT_PREFIX = "insight#";

    /// Makes of all recipes by the month in which they were kept, with what a list of them shows.
    public static final String MAKES_BY_TIME = "makes-by-time";

    public static final String KEPT_MONTH = "keptMonth";

    /// Makes that deviate and that nobody signed off yet, in the same way; a sign-off removes the
    /// mark.
    public static final String OPEN_MAKES = "open-makes";

    public static final String OPEN_MONTH = "openMonth";

    /// When a make was kept, in all indexes that makes are in by time.
    public static final String KEPT_ORDER = "keptOrder";

    /// Makes that are not in the figures of their recipe yet; counting one removes the mark.
    public static final String NOT_COUNTED = "not-counted";

    public static final String NOT_COUNTED_SHARD = "notCountedShard";

    /// Partitions of one month, so that no single index partition takes every write: each takes
    /// 1,000 a second, whatever its size.
    public static final int SHARDS = 4;

    private static final List<String> SHOWN_IN_LISTS =
            List.of(
                    "recipeId",
                    "recipeName",
                    "makeId",
                    "revision",
                    "recordedAt",
                    "madeAt",
                    "madeBy",
                    "rating",
                    "outcome",
                    "headline",
                    "differenceCount",
                    "deviationScore",
                    "criticalCount",
                    "signedOffName",
                    "signOffReason");

    private static final String PARTITION_PREFIX = "recipe#";

    private RecipesTable() {}

    public static CreateTableRequest definition() {
        return TableDefinitions.table(NAME, RECIPE, PART)
                .attributeDefinitions(
                        TableDefinitions.string(RECIPE),
                        TableDefinitions.string(PART),
                        TableDefinitions.string(LISTING),
                        TableDefinitions.string(LISTING_ORDER),
                        TableDefinitions.string(EFFECT_ID),
                        TableDefinitions.string(KEPT_MONTH),
                        TableDefinitions.string(OPEN_MONTH),
                        TableDefinitions.string(KEPT_ORDER),
                        TableDefinitions.string(NOT_COUNTED_SHARD))
                .globalSecondaryIndexes(
                        TableDefinitions.index(ALL_RECIPES, LISTING, LISTING_ORDER),
                        TableDefinitions.indexOfKeys(BY_EFFECT, EFFECT_ID, PART),
                        TableDefinitions.indexOf(
                                MAKES_BY_TIME, KEPT_MONTH, KEPT_ORDER, SHOWN_IN_LISTS),
                        TableDefinitions.indexOf(
                                OPEN_MAKES, OPEN_MONTH, KEPT_ORDER, SHOWN_IN_LISTS),
                        TableDefinitions.indexOfKeys(NOT_COUNTED, NOT_COUNTED_SHARD, KEPT_ORDER))
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

    /// The index partition of a make that was kept then.
    public static String monthShard(Instant keptAt, long makeId) {
        return monthShard(monthOf(keptAt), shardOf(makeId));
    }

    /// The index partitions that together hold one month.
    public static List<String> monthShards(YearMonth month) {
        return IntStream.range(0, SHARDS).mapToObj(shard -> monthShard(month, shard)).toList();
    }

    /// Of [#KEPT_MONTH] and [#OPEN_MONTH], UTC.
    public static YearMonth monthOf(Instant keptAt) {
        return YearMonth.from(keptAt.atZone(ZoneOffset.UTC));
    }

    /// Sorts makes by the time they were kept; ISO 8601 with fixed milliseconds compares as text.
    public static String keptOrder(Instant keptAt, long recipeId, long makeId) {
        return Attributes.sortableInstant(keptAt) + '#' + recipeId + '#' + makeId;
    }

    /// All makes of one recipe share a shard, so that they are counted together.
    public static String notCountedShard(long recipeId) {
        return notCounted(shardOf(recipeId));
    }

    public static List<String> notCountedShards() {
        return IntStream.range(0, SHARDS).mapToObj(RecipesTable::notCounted).toList();
    }

    private static String notCounted(int shard) {
        return "not-counted#" + shard;
    }

    private static String monthShard(YearMonth month, int shard) {
        return month + "#" + shard;
    }

    private static int shardOf(long id) {
        return (int) Math.floorMod(id, (long) SHARDS);
    }
}
