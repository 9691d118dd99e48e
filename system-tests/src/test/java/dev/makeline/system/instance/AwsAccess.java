package dev.makeline.system.instance;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The tests' own AWS clients, which see the stand-ins without any proxy.
record AwsAccess(S3Client s3, SqsClient sqs, DynamoDbClient dynamoDb) implements AutoCloseable {

    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    static AwsAccess to(Addresses addresses) {
        return new AwsAccess(
                tune(S3Client.builder(), addresses.s3())
                        .forcePathStyle(true)
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                        .build(),
                tune(SqsClient.builder(), addresses.sqs()).build(),
                tune(DynamoDbClient.builder(), addresses.dynamoDb()).build());
    }

    @Override
    public void close() {
        s3.close();
        sqs.close();
        dynamoDb.close();
    }

    private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B tune(
            B builder, int port) {
        return builder.endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClientBuilder(ApacheHttpClient.builder())
                .overrideConfiguration(override -> override.apiCallTimeout(Duration.ofSeconds(20)));
    }
}
