package dev.makeline.processor.dispatch;

import dev.makeline.operations.SteadyClock;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.JobsTable;
import dev.makeline.protocol.job.JobRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// Reads the stream of the jobs table and tells of every job that came to wait for a task. It makes
/// dispatch quick and nothing else: what it misses while it does not run, or tells twice, is found
/// and sorted out by reading jobs by state, so its positions are kept in memory alone. Not
/// thread-safe: one loop uses it.
public final class JobStream {

    /// Where a shard that was there before the first read is begun.
    public enum Beginning {
        /// With what comes from now on.
        LATEST(ShardIteratorType.LATEST),
        /// With the oldest record that there is, up to 24 hours ago.
        TRIM_HORIZON(ShardIteratorType.TRIM_HORIZON);

        private final ShardIteratorType type;

        Beginning(ShardIteratorType type) {
            this.type = type;
        }
    }

    private final DynamoDbClient dynamoDb;
    private final DynamoDbStreamsClient streams;
    private final Duration shardInterval;
    private final SteadyClock steadyClock;
    private final Consumer<JobId> waiting;
    private final Map<String, String> iterators = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private Beginning beginning;
    private Optional<String> stream = Optional.empty();
    private Instant shardsDue = Instant.MIN;

    public JobStream(
            DynamoDbClient dynamoDb,
            DynamoDbStreamsClient streams,
            Beginning beginning,
            Duration shardInterval,
            SteadyClock steadyClock,
            Consumer<JobId> waiting) {
        this.dynamoDb = dynamoDb;
        this.streams = streams;
        this.beginning = beginning;
        this.shardInterval = shardInterval;
        this.steadyClock = steadyClock;
        this.waiting = waiting;
    }

    /// Reads once from every shard.
    ///
    /// @return how many records there were
    public int pollOnce() {
        try {
            if (!steadyClock.now().isBefore(shardsDue)) {
                findShards();
            }
            int records = 0;
            for (String shard : List.copyOf(iterators.keySet())) {
                records += read(shard);
            }
            return records;
        } catch (ResourceNotFoundException e) {
            forget();
            throw e;
        }
    }

    /// The table was made anew, and has another stream.
    private void forget() {
        stream = Optional.empty();
        iterators.clear();
        known.clear();
        shardsDue = Instant.MIN;
    }

    private void findShards() {
        String arn = stream.orElseGet(this::arn);
        stream = Optional.of(arn);
        List<Shard> shards = shards(arn);
        for (Shard shard : shards) {
            if (known.add(shard.shardId())) {
                iterators.put(shard.shardId(), iterator(arn, shard.shardId(), beginning.type));
            }
        }
        known.retainAll(shards.stream().map(Shard::shardId).toList());
        // A shard that comes later is the continuation of one that is read: none of it is skipped.
        beginning = Beginning.TRIM_HORIZON;
        shardsDue = steadyClock.now().plus(shardInterval);
    }

    private String arn() {
        return dynamoDb.describeTable(describe -> describe.tableName(JobsTable.NAME))
                .table()
                .latestStreamArn();
    }

    private List<Shard> shards(String arn) {
        List<Shard> shards = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            String from = after.orElse(null);
            StreamDescription page =
                    streams.describeStream(
                                    describe -> describe.streamArn(arn).exclusiveStartShardId(from))
                            .streamDescription();
            shards.addAll(page.shards());
            after = Optional.ofNullable(page.lastEvaluatedShardId());
        } while (after.isPresent());
        return shards;
    }

    private String iterator(String arn, String shard, ShardIteratorType type) {
        return streams.getShardIterator(
                        get -> get.streamArn(arn).shardId(shard).shardIteratorType(type))
                .shardIterator();
    }

    private int read(String shard) {
        try {
            GetRecordsResponse response =
                    streams.getRecords(get -> get.shardIterator(iterators.get(shard)));
            // First: a job that can't be started must not hold up those behind it.
            advance(shard, Optional.ofNullable(response.nextShardIterator()));
            response.records().stream()
                    .flatMap(record -> JobRows.queued(record.dynamodb().newImage()).stream())
                    .forEach(waiting);
            return response.records().size();
        } catch (ExpiredIteratorException | TrimmedDataAccessException e) {
            // The service stood still for long; the reading by state finds what was skipped.
            advance(
                    shard,
                    Optional.of(iterator(stream.orElseThrow(), shard, ShardIteratorType.LATEST)));
            return 0;
        }
    }

    private void advance(String shard, Optional<String> next) {
        next.ifPresentOrElse(
                iterator -> iterators.put(shard, iterator),
                () -> {
                    iterators.remove(shard);
                    shardsDue = Instant.MIN;
                });
    }
}
