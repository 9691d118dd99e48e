package dev.makeline.processor.ecs;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;

/// Clients that are as impatient as a test.
public final class EcsClients {

    private static final SdkHttpClient HTTP = ApacheHttpClient.create();

    private EcsClients() {}

    public static EcsClient of(URI endpoint, int attempts) {
        return EcsClient.builder()
                .httpClient(HTTP)
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")))
                .overrideConfiguration(override ->
                        override.apiCallAttemptTimeout(Duration.ofSeconds(1))
                                .apiCallTimeout(Duration.ofSeconds(20))
                                .retryStrategy(
                                        AwsRetryStrategy.forRetryMode(RetryMode.STANDARD)
                                                .toBuilder()
                                                .maxAttempts(attempts)
                                                .build()))
                .build();
    }
}
