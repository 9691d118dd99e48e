package dev.makeline.launcher.instance;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// AWS clients for the stand-ins of one instance, whatever AWS settings the caller's shell has. The
/// caller closes them.
public final class LocalClients {

    /// A call with its retries; the stand-ins answer in milliseconds.
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    private LocalClients() {}

    public static DynamoDbClient dynamoDb(Ports ports) {
        return local(DynamoDbClient.builder(), ports.dynamoDb()).build();
    }

    public static S3Client s3(Ports ports) {
        return local(S3Client.builder(), ports.s3())
                .forcePathStyle(true)
                // As in local-aws, whose S3 does not read what ends a chunked body.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(
                        s3 -> s3.chunkedEncodingEnabled(false).expectContinueEnabled(false))
                .build();
    }

    private static <
                    B extends
                            AwsSyncClientBuilder<B, C>
                                    & software.amazon.awssdk.awscore.client.builder
                                                    .AwsClientBuilder<
                                            B, C>,
                    C>
            B local(B builder, int port) {
        return builder.endpointOverride(Ports.uri(port))
                .region(Region.of(ChildEnvironment.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        ChildEnvironment.ACCESS_KEY, ChildEnvironment.SECRET_KEY)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(configuration ->
                        configuration
                                .apiCallTimeout(CALL_TIMEOUT)
                                .retryStrategy(RetryMode.STANDARD));
    }
}
