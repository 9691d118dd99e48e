package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiteTest {

    @Test
    void bucketsBearWhatNoOtherOwnerHas() {
        assertThat(site("111122223333", "recipes.example.org").intakeBucket())
                .isEqualTo("makeline-intake-111122223333-us-east-1");
    }

    @Test
    void whatIsNoAccountIsRefusedWithWhereToSetIt() {
        assertThatThrownBy(() -> site("my account", "recipes.example.org"))
                .hasMessage(
                        "account must be an AWS account, 12 digits; it is 'my account'. See sites in deploy/ecs/cdk.json.");
    }

    @Test
    void aHostOutsideItsZoneIsRefused() {
        assertThatThrownBy(() -> site("111122223333", "recipes.example.com"))
                .hasMessageContaining("recipes.example.com is not");
    }

    @Test
    void aStandbyRegionIsAnotherOne() {
        assertThatThrownBy(() ->
                        Environment.prod(
                                site("111122223333", "recipes.example.org"),
                                Optional.of("us-east-1")))
                .hasMessageContaining("must be another than us-east-1");
    }

    private static Site site(String account, String host) {
        return new Site(
                account,
                "us-east-1",
                host,
                "example.org",
                "Z0123456789ABC",
                "people@example.org",
                "makeline/makeline",
                "pl-3b927c52",
                "1a2b3c4",
                Optional.empty());
    }
}
