package dev.makeline.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourceNamesTest {

    @Test
    void aBucketIsCalledAsItIsByHabitUnlessItIsSaid() {
        assertThat(bucket(Optional.empty())).isEqualTo("makeline-intake");
        assertThat(bucket(Optional.of(""))).isEqualTo("makeline-intake");
        assertThat(bucket(Optional.of("makeline-intake-111122223333-eu-central-1")))
                .isEqualTo("makeline-intake-111122223333-eu-central-1");
    }

    @Test
    void whatNoBucketIsCalledIsRefusedWithTheNameOfTheSetting() {
        assertThatThrownBy(() -> bucket(Optional.of("s3://intake")))
                .hasMessageStartingWith("MAKELINE_INTAKE_BUCKET must name a bucket")
                .hasMessageEndingWith("it is 's3://intake'");
    }

    private static String bucket(Optional<String> set) {
        return ResourceNames.bucket(ResourceNames.INTAKE_BUCKET_VARIABLE, set, "makeline-intake");
    }
}
