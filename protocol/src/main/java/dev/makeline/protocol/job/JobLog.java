package dev.makeline.protocol.job;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.JobsTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What tasks say about their work, in rows beside the job: each row holds some lines and is never
/// changed. An attempt writes under its own number, so that a task which lost its job disturbs no
/// other. Thread-safe; blocking. Throws the SDK's exceptions when DynamoDB cannot be reached.
public final class JobLog {

    /// Of one row; with [#LONGEST_LINE] far below DynamoDB's 400 KB, also at four bytes a
    /// character.
    public static final int MOST_LINES = 50;

    /// Characters.
    public static final int LONGEST_LINE = 1_000;

    /// Of one attempt.
    public static final int MOST_LINES_OF_ATTEMPT = 5_000;

    private static final String LINES = "lines";
    private static final String FIRST = "first";
    private static final String ATTEMPT = "attempt";
    private static final String AT = "at";
    private static final String TEXT = "text";
    private static final Pattern POSITION = Pattern.compile("[0-9]{2}-[0-9]{6}");

    /// A line before it has its place.
    public record Said(Instant at, String text) {

        public Said {
            text = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE - 1) + '…' : text;
        }
    }

    private final DynamoDbClient dynamoDb;

    public JobLog(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /// Idempotent: the same lines written again are the same row.
    ///
    /// @param first the number of the first of these lines in its attempt, from 0
    public void append(JobId job, int attempt, int first, List<Said> lines) {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException(
                    "A row holds from 1 to %d lines, not %d".formatted(MOST_LINES, lines.size()));
        }
        Map<String, AttributeValue> item =
                new HashMap<>(JobsTable.key(job, JobsTable.LOG_PREFIX + position(attempt, first)));
        item.put(ATTEMPT, number(attempt));
        item.put(FIRST, number(first));
        item.put(
                LINES,
                AttributeValue.fromL(
                        lines.stream()
                                .map(line ->
                                        AttributeValue.fromM(
                                                Map.of(
                                                        AT, text(line.at().toString()),
                                                        TEXT, text(line.text()))))
                                .toList()));
        dynamoDb.putItem(put -> put.tableName(JobsTable.NAME).item(item));
    }

    /// @param after the position of the last line that is known
    /// @param rows about how many rows are read, the lines of which are told
    public List<LogLine> read(JobId job, Optional<String> after, int rows) {
        String last = after.orElse("");
        return dynamoDb
                .query(query ->
                        query.tableName(JobsTable.NAME)
                                .consistentRead(true)
                                .keyConditionExpression(
                                        "#job = :job AND #part BETWEEN :from AND :to")
                                .expressionAttributeNames(
                                        Map.of("#job", JobsTable.JOB_ID, "#part", JobsTable.PART))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":job", text(job.value()),
                                                ":from",
                                                        text(
                                                                after.map(JobLog::rowOf)
                                                                        .orElse(
                                                                                JobsTable
                                                                                        .LOG_PREFIX)),
                                                ":to", text(JobsTable.LOG_PREFIX + '~')))
                                .limit(MOST_LINES + rows))
                .items()
                .stream()
                .flatMap(item -> lines(item).stream())
                .filter(line -> line.position().compareTo(last) > 0)
                .toList();
    }

    /// The newest lines, in their order.
    ///
    /// @param rows that are read at most, the lines of which are told
    public List<LogLine> newest(JobId job, int rows) {
        List<Map<String, AttributeValue>> items =
                dynamoDb.query(query ->
                                query.tableName(JobsTable.NAME)
                                        .consistentRead(true)
                                        .keyConditionExpression(
                                                "#job = :job AND begins_with(#part, :log)")
                                        .expressionAttributeNames(
                                                Map.of(
                                                        "#job", JobsTable.JOB_ID,
                                                        "#part", JobsTable.PART))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":job", text(job.value()),
                                                        ":log", text(JobsTable.LOG_PREFIX)))
                                        .scanIndexForward(false)
                                        .limit(rows))
                        .items();
        return items.reversed().stream().flatMap(item -> lines(item).stream()).toList();
    }

    /// The first row that may hold the line at a position: a reader may have left in the midst of a
    /// row.
    private static String rowOf(String position) {
        int dash = position.indexOf('-');
        int attempt = Integer.parseInt(position.substring(0, dash));
        int number = Integer.parseInt(position.substring(dash + 1));
        return JobsTable.LOG_PREFIX + position(attempt, Math.max(0, number - MOST_LINES + 1));
    }

    /// Whether a text from outside is a position at all.
    public static boolean isPosition(String text) {
        return POSITION.matcher(text).matches();
    }

    private static List<LogLine> lines(Map<String, AttributeValue> item) {
        int attempt = (int) requiredNumber(item, ATTEMPT);
        int number = (int) requiredNumber(item, FIRST);
        List<LogLine> lines = new ArrayList<>();
        for (AttributeValue line : Optional.ofNullable(item.get(LINES)).orElseThrow().l()) {
            lines.add(
                    new LogLine(
                            position(attempt, number++),
                            attempt,
                            Instant.parse(requiredText(line.m(), AT)),
                            requiredText(line.m(), TEXT)));
        }
        return lines;
    }

    private static String position(int attempt, int number) {
        return "%02d-%06d".formatted(attempt, number);
    }
}
