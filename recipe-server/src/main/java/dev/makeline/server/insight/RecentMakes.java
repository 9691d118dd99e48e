package dev.makeline.server.insight;

import static dev.makeline.protocol.Attributes.optionalNumber;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.RecipesTable;
import dev.makeline.server.shard.ShardedList;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The makes of all recipes by the time they were kept, from indexes that DynamoDB keeps by itself:
/// nothing is scanned, and a make is there some milliseconds after it was kept. Makes that were
/// kept before there were these indexes are not in them. Thread-safe; blocking.
@Singleton
public final class RecentMakes {

    /// Makes that a server keeps whose clock is ahead are shown too.
    private static final Duration CLOCKS_APART = Duration.ofSeconds(15);

    private final DynamoDbClient dynamoDb;
    private final InstantSource clock;
    private final ExecutorService executor;
    private final Index all = new Index(RecipesTable.MAKES_BY_TIME, RecipesTable.KEPT_MONTH);
    private final Index open = new Index(RecipesTable.OPEN_MAKES, RecipesTable.OPEN_MONTH);

    RecentMakes(
            DynamoDbClient dynamoDb,
            InstantSource clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.dynamoDb = dynamoDb;
        this.clock = clock;
        this.executor = executor;
    }

    /// @param month the attribute that it is partitioned by
    private record Index(String name, String month) {}

    /// Where a make stands among all.
    public record Position(Instant recordedAt, long recipeId, long makeId) {

        private static final Pattern TEXT =
                Pattern.compile("([0-9]{1,15})-([0-9]{1,18})-([0-9]{1,18})");

        public static Position of(RecentMake make) {
            return new Position(make.recordedAt(), make.recipeId(), make.makeId());
        }

        /// Empty for what is no position.
        public static Optional<Position> parse(String text) {
            Matcher matcher = TEXT.matcher(text);
            return matcher.matches()
                    ? Optional.of(
                            new Position(
                                    Instant.ofEpochMilli(Long.parseLong(matcher.group(1))),
                                    Long.parseLong(matcher.group(2)),
                                    Long.parseLong(matcher.group(3))))
                    : Optional.empty();
        }

        /// For an address.
        public String text() {
            return "%d-%d-%d".formatted(recordedAt.toEpochMilli(), recipeId, makeId);
        }

        private String order() {
            return RecipesTable.keptOrder(recordedAt, recipeId, makeId);
        }
    }

    /// The makes kept in that time before one of them, the newest first.
    public List<RecentMake> before(Position position, Duration time, int limit) {
        Instant now = clock.instant();
        // A position is what an address says: no month is read that no make can be of.
        return position.recordedAt().isAfter(now.plus(CLOCKS_APART))
                ? last(time, limit)
                : between(all, now.minus(time), position.recordedAt(), position.order(), limit);
    }

    /// The makes kept in that time until now, the newest first.
    public List<RecentMake> last(Duration time, int limit) {
        return last(all, time, limit);
    }

    /// Those of them that deviate and that nobody signed off.
    public List<RecentMake> lastOpen(Duration time, int limit) {
        return last(open, time, limit);
    }

    private List<RecentMake> last(Index index, Duration time, int limit) {
        Instant now = clock.instant();
        Instant latest = now.plus(CLOCKS_APART);
        return between(index, now.minus(time), latest, Attributes.sortableInstant(latest), limit);
    }

    private List<RecentMake> between(
            Index index, Instant first, Instant last, String before, int limit) {
        if (last.isBefore(first)) {
            return List.of();
        }
        List<String> shards = new ArrayList<>();
        YearMonth earliest = RecipesTable.monthOf(first);
        for (YearMonth month = RecipesTable.monthOf(last);
                !month.isBefore(earliest);
                month = month.minusMonths(1)) {
            shards.addAll(RecipesTable.monthShards(month));
        }
        return new ShardedList<RecentMake>(
                        (shard, from, most) ->
                                query(index, shard, first, from.orElse(before), most),
                        make -> Position.of(make).order(),
                        make -> Position.of(make).order(),
                        executor)
                .newest(shards, Optional.of(before), limit);
    }

    private List<RecentMake> query(
            Index index, String shard, Instant first, String before, int limit) {
        // One more, since the make at that very position is not asked for.
        return dynamoDb
                .query(query ->
                        query.tableName(RecipesTable.NAME)
                                .indexName(index.name())
                                .keyConditionExpression(
                                        "#month = :month AND #order BETWEEN :first AND :before")
                                .expressionAttributeNames(
                                        Map.of(
                                                "#month",
                                                index.month(),
                                                "#order",
                                                RecipesTable.KEPT_ORDER))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":month", text(shard),
                                                ":first", text(Attributes.sortableInstant(first)),
                                                ":before", text(before)))
                                .scanIndexForward(false)
                                .limit(limit + 1))
                .items()
                .stream()
                .map(RecentMakes::make)
                .filter(make -> !Position.of(make).order().equals(before))
                .limit(limit)
                .toList();
    }

    private static RecentMake make(Map<String, AttributeValue> row) {
        return new RecentMake(
                requiredNumber(row, "recipeId"),
                requiredText(row, "recipeName"),
                requiredNumber(row, "makeId"),
                (int) requiredNumber(row, "revision"),
                Instant.parse(requiredText(row, "recordedAt")),
                optionalText(row, "madeAt"),
                optionalText(row, "madeBy"),
                optionalText(row, "rating").map(BigDecimal::new),
                requiredText(row, "outcome"),
                requiredText(row, "headline"),
                (int) requiredNumber(row, "differenceCount"),
                (int) optionalNumber(row, "deviationScore").orElse(0),
                (int) optionalNumber(row, "criticalCount").orElse(0),
                optionalText(row, "signedOffName")
                        .map(by ->
                                new RecentMake.SignedOff(
                                        by, optionalText(row, "signOffReason").orElse(""))));
    }
}
