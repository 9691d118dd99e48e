package dev.makeline.local;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.ResourceNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/// A started instance with SDK clients of its own and a reader of its event queue.
record RunningLocalAws(LocalAws aws, LocalClients clients) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static RunningLocalAws start(LocalAwsSettings settings) {
        LocalAws aws = LocalAws.start(settings);
        return new RunningLocalAws(
                aws, LocalClients.of(aws.s3(), aws.sqs(), aws.dynamoDb(), settings.credentials()));
    }

    S3Client s3() {
        return clients.s3();
    }

    SqsClient sqs() {
        return clients.sqs();
    }

    DynamoDbClient dynamoDb() {
        return clients.dynamoDb();
    }

    String queueUrl(String name) {
        return sqs().getQueueUrl(request -> request.queueName(name)).queueUrl();
    }

    /// The next `count` messages of the event queue, removed from it.
    List<JsonNode> messages(int count) {
        List<JsonNode> received = new ArrayList<>();
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    received.addAll(receive());
                    return received.size() >= count;
                });
        return received;
    }

    /// The next `count` records of object events by their sequencers, test events left out: the
    /// queue is no FIFO queue and promises no order.
    List<JsonNode> records(int count) {
        List<JsonNode> received = new ArrayList<>();
        while (received.size() < count) {
            messages(1).forEach(message -> message.path("Records").forEach(received::add));
        }
        received.sort(
                Comparator.comparing(r -> r.path("s3").path("object").path("sequencer").asText()));
        return received;
    }

    /// All records that are told, at least so many: until a receive finds nothing more.
    List<JsonNode> allRecords(int least) {
        List<JsonNode> all = new ArrayList<>(records(least));
        List<JsonNode> more = receive();
        while (!more.isEmpty()) {
            more.forEach(message -> message.path("Records").forEach(all::add));
            more = receive();
        }
        all.sort(Comparator.comparing(r -> r.at("/s3/object/sequencer").asText()));
        return all;
    }

    private List<JsonNode> receive() {
        String url = queueUrl(ResourceNames.S3_EVENTS_QUEUE);
        List<Message> messages =
                sqs().receiveMessage(request ->
                                request.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                        .messages();
        messages.forEach(message ->
                sqs().deleteMessage(request ->
                        request.queueUrl(url).receiptHandle(message.receiptHandle())));
        return messages.stream().map(Message::body).map(RunningLocalAws::json).toList();
    }

    static JsonNode json(String text) {
        try {
            return ProtocolJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public void close() {
        clients.close();
        aws.close();
    }
}
