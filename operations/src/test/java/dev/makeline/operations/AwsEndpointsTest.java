package dev.makeline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class AwsEndpointsTest {

    private static final String SQS = "aws.endpointUrlSqs";
    private static final String IGNORE = "aws.ignoreConfiguredEndpointUrls";

    @AfterEach
    void asBefore() {
        System.clearProperty(SQS);
        System.clearProperty(IGNORE);
    }

    @Test
    void addressesThatAreSetOrNotAreLeftToTheSdk() {
        assertThat(properties(Map.of())).isEmpty();
        assertThat(properties(Map.of("AWS_ENDPOINT_URL", "http://aws:4566"))).isEmpty();
    }

    @Test
    void addressesThatAreAllEmptyAreNone() {
        assertThat(properties(Map.of("AWS_ENDPOINT_URL_S3", "", "AWS_ENDPOINT_URL_SQS", " ")))
                .containsExactly(Map.entry(IGNORE, "true"));
    }

    @Test
    void anEmptyAddressBesideOthersIsTheGeneralOneOrAws() {
        assertThat(
                        properties(
                                Map.of(
                                        "AWS_ENDPOINT_URL", "http://aws:4566",
                                        "AWS_ENDPOINT_URL_S3", "http://s3:9000",
                                        "AWS_ENDPOINT_URL_SQS", "")))
                .containsEntry(SQS, "http://aws:4566")
                .doesNotContainKey("aws.endpointUrlS3");
        assertThat(
                        properties(
                                Map.of(
                                        "AWS_ENDPOINT_URL_S3", "http://s3:9000",
                                        "AWS_ENDPOINT_URL_SQS", "")))
                .containsEntry(SQS, "https://sqs.example")
                .doesNotContainKey("aws.endpointUrlS3");
    }

    /// The SDK throws a NullPointerException without it.
    @Test
    void theSdkTakesAnEmptyAddressForNone() {
        System.setProperty(SQS, "");
        properties(Map.of("AWS_ENDPOINT_URL_SQS", "")).forEach(System::setProperty);

        try (SqsClient sqs =
                SqsClient.builder()
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build()) {
            assertThat(sqs.serviceName()).isEqualTo("sqs");
        }
    }

    private static Map<String, String> properties(Map<String, String> environment) {
        return AwsEndpoints.properties(
                environment, service -> Optional.of("https://" + service + ".example"));
    }
}
