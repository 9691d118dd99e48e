package dev.makeline.benchmark.listing;

import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.benchmark.api.Person;
import dev.makeline.benchmark.api.UploadedFile;
import dev.makeline.benchmark.instance.ApiClient;
import dev.makeline.benchmark.instance.AwsRequests;
import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.instance.Program;
import dev.makeline.benchmark.latency.Percentiles;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.FilesTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/// Lists one person's ten files at an instance of its own. Not thread-safe.
public final class ListingRun {

    private static final int FILES = 10;

    private final Instance instance;
    private final ApiClient api;
    private final Consumer<String> progress;
    private final String token;
    private final Map<String, AttributeValue> row;

    private ListingRun(Instance instance, Consumer<String> progress) {
        this.instance = instance;
        this.api = instance.apiClient();
        this.progress = progress;
        this.token = Person.register(api, "lister").logIn(api).access();
        List<UploadedFile> files =
                IntStream.range(0, FILES)
                        .mapToObj(number ->
                                UploadedFile.upload(api, token, "Plums %d.txt".formatted(number)))
                        .toList();
        this.row =
                instance.aws()
                        .dynamoDb()
                        .getItem(get ->
                                get.tableName(FilesTable.NAME)
                                        .key(
                                                FilesTable.key(
                                                        new FileId(files.getFirst().id()),
                                                        FilesTable.FILE_PART)))
                        .item();
    }

    /// Starts what it takes, and uploads the ten files.
    public static ListingRun start(Instance instance, Consumer<String> progress)
            throws InterruptedException {
        progress.accept("starting local AWS and recipe-server");
        instance.startLocalAws();
        instance.start(Program.RECIPE_SERVER);
        return new ListingRun(instance, progress);
    }

    /// One list after the other.
    ///
    /// @param warmUp lists before, which do not count
    public ListingCost measure(int warmUp, int lists) {
        progress.accept("%d lists, %d before that do not count".formatted(lists, warmUp));
        IntStream.range(0, warmUp).forEach(_ -> list());
        AwsRequests before = requests();
        List<Duration> latencies = IntStream.range(0, lists).mapToObj(_ -> list()).toList();
        double requests = dynamoDb(requests().since(before));
        return new ListingCost(Percentiles.of(latencies), requests / lists, capacityUnits());
    }

    /// Puts files of others beside the ten.
    public void addOthers(int count) {
        progress.accept("putting %,d files of others".formatted(count));
        new OtherFilesLoader(instance.aws().dynamoDb(), new OtherFiles(row)).put(count);
    }

    private Duration list() {
        long began = System.nanoTime();
        int listed = api.get("/files", token).path("items").size();
        Duration latency = Duration.ofNanos(System.nanoTime() - began);
        if (listed != FILES) {
            throw new InstanceFailedException(
                    "The owner of %d files got a list of %d".formatted(FILES, listed));
        }
        return latency;
    }

    /// Of the whole of what the server reads for one list.
    private double capacityUnits() {
        return instance.aws()
                .dynamoDb()
                .query(query ->
                        query.tableName(FilesTable.NAME)
                                .indexName(FilesTable.BY_OWNER)
                                .keyConditionExpression("#owner = :owner")
                                .expressionAttributeNames(Map.of("#owner", FilesTable.OWNER_STATE))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":owner",
                                                text(requiredText(row, FilesTable.OWNER_STATE))))
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .capacityUnits();
    }

    private AwsRequests requests() {
        return instance.awsRequests()
                .getOrDefault(Program.RECIPE_SERVER.module(), AwsRequests.none());
    }

    private static double dynamoDb(AwsRequests requests) {
        return requests.byOperation().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("DynamoDb "))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
