package dev.makeline.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.RecipesTable;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.InstanceSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Rows of a restored table go back by `./makeline copy-rows`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopyRowsTest {

    private static final int ROWS = 300;

    /// More than one argument of a command may have on Linux.
    private static final int LARGE = 300_000;

    private final Instance makeline = Instance.of(InstanceSettings.named("copy-rows"));
    private DynamoDbClient dynamoDb = makeline.dynamoDb();

    @BeforeAll
    void start() {
        makeline.startLocalAws();
    }

    @AfterAll
    void stop() {
        makeline.close();
    }

    @Test
    void everyRowComesBackWithEveryByteAndWhatIsThereIsLeftAlone() {
        String from = table("from");
        String to = table("to");
        List<Map<String, AttributeValue>> rows =
                IntStream.range(0, ROWS).mapToObj(CopyRowsTest::row).toList();
        rows.forEach(row -> put(from, row));
        Map<String, AttributeValue> changed =
                with(rows.getFirst(), "number", AttributeValue.fromN("-1"));
        put(to, changed);

        String first = makeline.run("copy-rows", "--from", from, "--to", to);
        String again = makeline.run("copy-rows", "--from", from, "--to", to);

        assertThat(first)
                .endsWith(ROWS - 1 + " rows put into " + to + ", 1 were there\nexit code 0");
        assertThat(again)
                .endsWith("0 rows put into " + to + ", " + ROWS + " were there\nexit code 0");
        assertThat(all(to)).hasSize(ROWS).contains(changed).containsAll(rows.subList(1, ROWS));
    }

    @Test
    void rowsOfOnePartitionComeBackAlone() {
        String from = table("whole");
        String to = table("part");
        IntStream.range(0, 60).mapToObj(CopyRowsTest::row).forEach(row -> put(from, row));

        String told =
                makeline.run("copy-rows", "--from", from, "--to", to, "--partition", "recipe#3");

        assertThat(told).endsWith("20 rows put into " + to + ", 0 were there\nexit code 0");
        assertThat(all(to))
                .hasSize(20)
                .extracting(row -> row.get("recipe"))
                .containsOnly(AttributeValue.fromS("recipe#3"));
    }

    @Test
    void aTableThatIsNotThereIsToldInOneSentence() {
        String told = makeline.run("copy-rows", "--from", "nowhere", "--to", RecipesTable.NAME);

        assertThat(told)
                .startsWith("There is no table nowhere or no table " + RecipesTable.NAME)
                .endsWith("exit code 2")
                .hasLineCount(2);
    }

    private String table(String name) {
        dynamoDb.createTable(
                RecipesTable.definition().toBuilder().tableName("copy-rows-" + name).build());
        return "copy-rows-" + name;
    }

    private void put(String table, Map<String, AttributeValue> row) {
        dynamoDb.putItem(request -> request.tableName(table).item(row));
    }

    private List<Map<String, AttributeValue>> all(String table) {
        return dynamoDb.scanPaginator(scan -> scan.tableName(table)).items().stream().toList();
    }

    /// Of every type, and the first with more than fits on a command line.
    private static Map<String, AttributeValue> row(int number) {
        byte[] bytes = new byte[number == 1 ? LARGE : 40];
        new Random(number).nextBytes(bytes);
        return Map.of(
                "recipe", AttributeValue.fromS("recipe#" + (number % 3 + 1)),
                "part", AttributeValue.fromS("make#%06d".formatted(number)),
                "number", AttributeValue.fromN(Integer.toString(number)),
                "documentGzip", AttributeValue.fromB(SdkBytes.fromByteArray(bytes)),
                "flag", AttributeValue.fromBool(true),
                "nothing", AttributeValue.fromNul(true),
                "words", AttributeValue.fromSs(List.of("a" + number)),
                "nested",
                        AttributeValue.fromM(
                                Map.of(
                                        "bytes",
                                        AttributeValue.fromL(
                                                List.of(
                                                        AttributeValue.fromB(
                                                                SdkBytes.fromUtf8String(
                                                                        "aGVsbG8=")))))));
    }

    private static Map<String, AttributeValue> with(
            Map<String, AttributeValue> row, String name, AttributeValue value) {
        Map<String, AttributeValue> changed = new HashMap<>(row);
        changed.put(name, value);
        return Map.copyOf(changed);
    }
}
