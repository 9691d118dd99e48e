package dev.makeline.benchmark.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServiceLimitsTest {

    @Test
    void everyInputHasAUnitAndASource() {
        assertThat(ServiceLimits.standard().all())
                .hasSizeGreaterThan(30)
                .allSatisfy(input -> {
                    assertThat(input.name()).matches("(aws|setting|design|assumed)\\.[a-z0-9.-]+");
                    assertThat(input.unit()).isNotBlank();
                    assertThat(input.source()).isNotBlank();
                });
    }

    @Test
    void anUnknownNameIsRefusedWithTheNamesThatThereAre() {
        assertThatThrownBy(() -> ServiceLimits.standard().with("aws.sqs.inflight", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aws.sqs.in-flight");
    }

    @Test
    void whatIsNotAboveNothingIsRefused() {
        assertThatThrownBy(() -> ServiceLimits.standard().with("aws.fargate.vcpus", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aws.fargate.vcpus must be more than 0");
    }
}
