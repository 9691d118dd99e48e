package dev.makeline.benchmark.floor;

import dev.makeline.benchmark.instance.AwsAccess;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// A bucket, two queues and a table that only the floor uses.
record FloorStand(AwsAccess aws, String bucket, String events, String jobs, String table) {

    static final String PARTITION = "recipe";
    static final String SORT = "part";

    static FloorStand create(AwsAccess aws) {
        String name = "floor-" + UUID.randomUUID();
        aws.s3().createBucket(request -> request.bucket(name));
        aws.dynamoDb()
                .createTable(request ->
                        request.tableName(name)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .keySchema(key(PARTITION, KeyType.HASH), key(SORT, KeyType.RANGE))
                                .attributeDefinitions(string(PARTITION), string(SORT)));
        return new FloorStand(aws, name, queue(aws, name + "-a"), queue(aws, name + "-b"), name);
    }

    /// Sends one message of this text for each body, in tens.
    void send(String queueUrl, List<String> bodies) {
        aws.sqs()
                .sendMessageBatch(request ->
                        request.queueUrl(queueUrl)
                                .entries(
                                        IntStream.range(0, bodies.size())
                                                .mapToObj(i -> entry(i, bodies.get(i)))
                                                .toList()));
    }

    private static SendMessageBatchRequestEntry entry(int id, String body) {
        return SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(id))
                .messageBody(body)
                .build();
    }

    private static String queue(AwsAccess aws, String name) {
        return aws.sqs().createQueue(request -> request.queueName(name)).queueUrl();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
