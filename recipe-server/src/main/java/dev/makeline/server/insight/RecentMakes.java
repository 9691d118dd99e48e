package dev.makeline.server.insight;

import static dev.makeline.protocol.Attributes.optionalNumber;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.RecipesTable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The makes of all recipes by the time they were kept, from an index that DynamoDB keeps by
/// itself: nothing is scanned, and a make is there some milliseconds after it was kept. Makes that
/// were kept before there was this index are not in it. Thread-safe; blocking.
@Singleton
public final class RecentMakes {

    /// A make may be seen later than one that was kept after it: its write was under way for
    /// longer, its server's clock is behind, or the index was. So much is read again each time.
    private static final Duration OVERLAP = Duration.ofSeconds(15);

    private static final Comparator<RecentMake> NEWEST_FIRST =
            Comparator.comparing((RecentMake make) -> Position.of(make).order()).reversed();

    private final DynamoDbClient dynamoDb;
    private final InstantSource clock;

    RecentMakes(DynamoDbClient dynamoDb, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.clock = clock;
    }

    /// Up to where somebody has seen the makes.
    ///
    /// @param seen of the last moments, by recipe and make
    public record Cursor(Instant until, Set<MakeKey> seen) {
        public Cursor {
            seen = Set.copyOf(seen);
        }

        /// Nothing seen since.
        public static Cursor at(Instant instant) {
            return new Cursor(instant, Set.of());
        }
    }

    public record MakeKey(long recipeId, long makeId) {
        static MakeKey of(RecentMake make) {
            return new MakeKey(make.recipeId(), make.makeId());
        }
    }

    /// @param makes that were not seen yet, the newest first
    /// @param next where to go on
    public record News(List<RecentMake> makes, Cursor next) {
        public News {
            makes = List.copyOf(makes);
        }
    }

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
        // A position is what an address says: no day is read that no make can be of.
        Instant first = clock.instant().minus(time);
        Instant latest = clock.instant().plus(OVERLAP);
        if (position.recordedAt().isBefore(first)) {
            return List.of();
        }
        if (position.recordedAt().isAfter(latest)) {
            return between(first, latest, limit);
        }
        return between(first, position.recordedAt(), position.order(), limit + 1).stream()
                .filter(make -> !Position.of(make).order().equals(position.order()))
                .limit(limit)
                .toList();
    }

    /// The makes kept in that time until now, the newest first.
    public List<RecentMake> last(Duration time, int limit) {
        Instant now = clock.instant();
        return between(now.minus(time), now.plus(OVERLAP), limit);
    }

    /// What came since the cursor, each make once as long as the cursors are followed: of more than
    /// `limit` the newest, and the others never. Four small reads, eight at midnight. To go on
    /// after a list that was just read, begin with [#following].
    public News since(Cursor cursor, int limit) {
        Instant now = clock.instant();
        List<RecentMake> makes = between(cursor.until().minus(OVERLAP), now.plus(OVERLAP), limit);
        List<RecentMake> unseen =
                makes.stream().filter(make -> !cursor.seen().contains(MakeKey.of(make))).toList();
        return new News(unseen, after(now, makes));
    }

    /// A cursor for what comes after these makes, which were just read.
    public Cursor following(List<RecentMake> makes) {
        return after(clock.instant(), makes);
    }

    /// Remembers of what was seen what the next reading meets again.
    private static Cursor after(Instant now, List<RecentMake> makes) {
        Instant again = now.minus(OVERLAP);
        Set<MakeKey> remembered = new HashSet<>();
        for (RecentMake make : makes) {
            if (!make.recordedAt().isBefore(again)) {
                remembered.add(MakeKey.of(make));
            }
        }
        return new Cursor(now, remembered);
    }

    private List<RecentMake> between(Instant first, Instant last, int limit) {
        return between(first, last, Attributes.sortableInstant(last), limit);
    }

    private List<RecentMake> between(Instant first, Instant last, String lastOrder, int limit) {
        LocalDate firstDay = LocalDate.ofInstant(first, ZoneOffset.UTC);
        List<RecentMake> found = new ArrayList<>();
        LocalDate day = LocalDate.ofInstant(last, ZoneOffset.UTC);
        while (!day.isBefore(firstDay) && found.size() < limit) {
            List<RecentMake> ofDay = new ArrayList<>();
            for (String shard : RecipesTable.keptDayShards(day)) {
                ofDay.addAll(query(shard, first, lastOrder, limit - found.size()));
            }
            ofDay.sort(NEWEST_FIRST);
            found.addAll(ofDay.subList(0, Math.min(ofDay.size(), limit - found.size())));
            day = day.minusDays(1);
        }
        return found;
    }

    private List<RecentMake> query(String shard, Instant first, String lastOrder, int limit) {
        return dynamoDb
                .query(query ->
                        query.tableName(RecipesTable.NAME)
                                .indexName(RecipesTable.RECENT_MAKES)
                                .keyConditionExpression(
                                        "#day = :day AND #order BETWEEN :first AND :last")
                                .expressionAttributeNames(
                                        Map.of(
                                                "#day", RecipesTable.KEPT_DAY,
                                                "#order", RecipesTable.KEPT_ORDER))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":day", text(shard),
                                                ":first", text(Attributes.sortableInstant(first)),
                                                ":last", text(lastOrder)))
                                .scanIndexForward(false)
                                .limit(limit))
                .items()
                .stream()
                .map(RecentMakes::make)
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
                (int) optionalNumber(row, "criticalCount").orElse(0));
    }
}
