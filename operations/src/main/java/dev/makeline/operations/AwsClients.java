package dev.makeline.operations;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClientBuilder;
import software.amazon.awssdk.services.ecs.EcsClientBuilder;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;
import software.amazon.awssdk.services.sns.SnsClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sts.StsClientBuilder;

/// Gives every AWS client that micronaut-aws-sdk-v2 builds its timeouts, its retries and its
/// request count. Where the clients point to is the SDK's standard environment alone.
@Factory
final class AwsClients {

    /// SQS's longest long poll; a receive may take that much longer than any other call.
    private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

    private final AwsClientSettings settings;
    private final AwsRequestCounter requestCounter;
    private final QueueRefusals refusals;

    AwsClients(
            AwsClientSettings settings, AwsRequestCounter requestCounter, QueueRefusals refusals) {
        this.settings = settings;
        this.requestCounter = requestCounter;
        this.refusals = refusals;
    }

    @Singleton
    @Requires(classes = DynamoDbClientBuilder.class)
    BeanCreatedEventListener<DynamoDbClientBuilder> dynamoDb() {
        return event -> tune(event.getBean(), Duration.ZERO);
    }

    @Singleton
    @Requires(classes = DynamoDbStreamsClientBuilder.class)
    BeanCreatedEventListener<DynamoDbStreamsClientBuilder> dynamoDbStreams() {
        return event -> tune(event.getBean(), Duration.ZERO);
    }

    @Singleton
    @Requires(classes = SqsClientBuilder.class)
    BeanCreatedEventListener<SqsClientBuilder> sqs() {
        return event -> tune(event.getBean(), LONGEST_POLL, refusals);
    }

    @Singleton
    @Requires(classes = EcsClientBuilder.class)
    BeanCreatedEventListener<EcsClientBuilder> ecs() {
        return event -> tune(event.getBean(), Duration.ZERO);
    }

    @Singleton
    @Requires(classes = StsClientBuilder.class)
    BeanCreatedEventListener<StsClientBuilder> sts() {
        return event -> tune(event.getBean(), Duration.ZERO);
    }

    @Singleton
    @Requires(classes = SnsClientBuilder.class)
    BeanCreatedEventListener<SnsClientBuilder> sns() {
        return event -> tune(event.getBean(), Duration.ZERO);
    }

    @Singleton
    @Requires(classes = SesV2ClientBuilder.class)
    BeanCreatedEventListener<SesV2ClientBuilder> ses() {
        return event -> tune(event.getBean(), Duration.ZERO);
    }

    /// Path-style requests wherever an endpoint is named, since stand-ins have no host name for
    /// each bucket.
    @Singleton
    @Requires(classes = S3ClientBuilder.class)
    BeanCreatedEventListener<S3ClientBuilder> s3() {
        return event -> tune(event.getBean(), Duration.ZERO).forcePathStyle(hasOwnEndpoint());
    }

    private <B extends AwsClientBuilder<B, ?>> B tune(
            B builder, Duration pollTime, ExecutionInterceptor... more) {
        return builder.overrideConfiguration(override -> {
            override.apiCallTimeout(settings.callTimeout().plus(pollTime))
                    .apiCallAttemptTimeout(settings.attemptTimeout().plus(pollTime))
                    .retryStrategy(retries())
                    .addExecutionInterceptor(requestCounter);
            Stream.of(more).forEach(override::addExecutionInterceptor);
        });
    }

    private RetryStrategy retries() {
        return AwsRetryStrategy.forRetryMode(RetryMode.STANDARD).toBuilder()
                .maxAttempts(settings.maxAttempts())
                .build();
    }

    private static boolean hasOwnEndpoint() {
        return Stream.of("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")
                        .map(System::getenv)
                        .flatMap(value -> Optional.ofNullable(value).stream())
                        .anyMatch(value -> !value.isBlank())
                || Stream.of("aws.endpointUrlS3", "aws.endpointUrl")
                        .map(System::getProperty)
                        .flatMap(value -> Optional.ofNullable(value).stream())
                        .anyMatch(value -> !value.isBlank());
    }
}
