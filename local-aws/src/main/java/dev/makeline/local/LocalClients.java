package dev.makeline.local;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Clients of the running stand-ins, for what this module itself does with them.
record LocalClients(S3Client s3, SqsClient sqs, DynamoDbClient dynamoDb) implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    static LocalClients of(URI s3, URI sqs, URI dynamoDb, Credentials credentials) {
        return new LocalClients(
                to(S3Client.builder().forcePathStyle(true), s3, credentials)
                        // Whole bodies at once: S3Proxy answers before it has read what ends a
                        // chunked body, and a client that is still writing then puts again.
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .serviceConfiguration(configuration ->
                                configuration
                                        .chunkedEncodingEnabled(false)
                                        .expectContinueEnabled(false))
                        .httpClient(http())
                        .build(),
                to(SqsClient.builder(), sqs, credentials).httpClient(http()).build(),
                to(DynamoDbClient.builder(), dynamoDb, credentials).httpClient(http()).build());
    }

    private static <B extends AwsClientBuilder<B, C>, C> B to(
            B builder, URI endpoint, Credentials credentials) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(LocalAws.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        credentials.accessKeyId(), credentials.secretAccessKey())))
                .overrideConfiguration(
                        config -> config.retryStrategy(AwsRetryStrategy.standardRetryStrategy()));
    }

    private static SdkHttpClient http() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(ANSWER)
                .build();
    }

    @Override
    public void close() {
        s3.close();
        sqs.close();
        dynamoDb.close();
    }
}
