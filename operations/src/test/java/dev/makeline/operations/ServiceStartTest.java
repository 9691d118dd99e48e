package dev.makeline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceStartTest {

    @Test
    void aPortInUseNamesItsSetting() {
        var failure =
                new IllegalStateException(
                        "Unable to start on port 8081",
                        new BindException("Address already in use"));

        assertThat(ServiceStart.sentence(failure))
                .contains("Unable to start on port 8081")
                .contains("set MICRONAUT_SERVER_PORT");
    }

    @Test
    void aRegionThatIsNoneIsRefused() {
        assertThat(AwsRegion.trouble("us-esat-1", Map.of()))
                .hasValueSatisfying(trouble ->
                        assertThat(trouble).contains("AWS_REGION is 'us-esat-1'", "us-east-1"));
    }

    @Test
    void regionsOfAwsAndWhateverAnEmulatorHasAreTaken() {
        assertThat(AwsRegion.trouble("eu-central-1", Map.of())).isEmpty();
        assertThat(AwsRegion.trouble("home", Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:4566")))
                .isEmpty();
        assertThat(AwsRegion.trouble("home", Map.of("AWS_ENDPOINT_URL_S3", "http://s3:9000")))
                .isEmpty();
    }
}
