package dev.makeline.system.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;

/// What goes wrong with one request.
public sealed interface Fault {

    /// The dependency is not asked; this is answered in its place.
    record Answer(int status, String contentType, String body) implements Fault {
        byte[] bytes() {
            byte[] content = body.getBytes(UTF_8);
            String head =
                    "HTTP/1.1 %d Injected\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(status, contentType, content.length);
            return (head + body).getBytes(UTF_8);
        }
    }

    /// The request is carried out that much later.
    record Delay(Duration duration) implements Fault {}

    /// The connection is reset before the request is carried out.
    record Reset() implements Fault {}

    /// The request is carried out, but its answer never arrives.
    record LoseAnswer() implements Fault {}

    /// DynamoDB's throttling: an answer 400 that the client is expected to try again.
    static Fault dynamoDbThrottles() {
        return new Answer(
                400,
                "application/x-amz-json-1.0",
                """
                {"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",\
                "message":"The level of configured provisioned throughput was exceeded"}\
                """);
    }

    static Fault dynamoDbFails() {
        return new Answer(
                500,
                "application/x-amz-json-1.0",
                """
                {"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError",\
                "message":"The request could not be processed"}\
                """);
    }

    static Fault s3SlowsDown() {
        return new Answer(
                503,
                "application/xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>\
                """);
    }

    static Fault sqsFails() {
        return new Answer(
                503,
                "application/x-amz-json-1.0",
                """
                {"__type":"com.amazonaws.sqs#ServiceUnavailable","message":"Try again"}\
                """);
    }

    /// SQS answers a batch, but did nothing of it and says so of its first entry alone.
    static Fault sqsRefusesAnEntry() {
        return new Answer(
                200,
                "application/x-amz-json-1.0",
                """
                {"Successful":[],"Failed":[{"Id":"0","SenderFault":false,\
                "Code":"InternalError","Message":"Try again"}]}\
                """);
    }

    static Fault serverFails() {
        return new Answer(
                503, "application/problem+json", "{\"status\":503,\"title\":\"Not now\"}");
    }
}
