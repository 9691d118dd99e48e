package dev.makeline.benchmark.instance;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Bare SDK clients of one instance's stand-ins; the same HTTP client that the services use, with a
/// connection for every thread.
public record AwsAccess(S3Client s3, SqsClient sqs, DynamoDbClient dynamoDb, SdkHttpClient http)
        implements AutoCloseable {

    private static final int CONNECTIONS = 256;
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

    public static AwsAccess to(Endpoints endpoints) {
        SdkHttpClient http = ApacheHttpClient.builder().maxConnections(CONNECTIONS).build();
        return new AwsAccess(
                tune(S3Client.builder(), endpoints.s3(), http).forcePathStyle(true).build(),
                tune(SqsClient.builder(), endpoints.sqs(), http).build(),
                tune(DynamoDbClient.builder(), endpoints.dynamoDb(), http).build(),
                http);
    }

    private static <
                    B extends
                            AwsClientBuilder<B, ?>
                                    & software.amazon.awssdk.awscore.client.builder
                                                    .AwsSyncClientBuilder<
                                            B, ?>>
            B tune(B builder, int port, SdkHttpClient http) {
        return builder.httpClient(http)
                .endpointOverride(URI.create(Endpoints.url(port)))
                .region(Region.US_EAST_1)
                .overrideConfiguration(override -> override.apiCallTimeout(CALL_TIMEOUT))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")));
    }

    @Override
    public void close() {
        s3.close();
        sqs.close();
        dynamoDb.close();
        http.close();
    }
}
