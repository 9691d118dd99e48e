package dev.makeline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountStandingTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "true, -1, true",
        "true, 0, true",
        "true, 1, false",
        "false, -1, false",
        "false, 0, false"
    })
    void tokensActForAnActiveAccountFromTheTimeOnThatItSays(
            boolean isActive, int tokensFrom, boolean admitted) {
        AccountStanding standing =
                new AccountStanding(Role.USER, isActive, NOON.plusMillis(tokensFrom));

        assertThat(standing.admits(tokenOf(NOON))).isEqualTo(admitted);
    }

    @Test
    void aRoleOfANewerVersionIsTheLeastOfAll() {
        AccountStanding standing =
                AccountStanding.fromItem(
                        Map.of(
                                "role", Attributes.text("owner-of-all"),
                                "state", Attributes.text("active")));

        assertThat(standing).isEqualTo(new AccountStanding(Role.USER, true, Instant.EPOCH));
    }

    @Test
    void aStateOfANewerVersionIsNotActive() {
        AccountStanding standing =
                AccountStanding.fromItem(
                        Map.of(
                                "role", Attributes.text("admin"),
                                "state", Attributes.text("frozen")));

        assertThat(standing.isActive()).isFalse();
    }

    private static AccessToken tokenOf(Instant createdAt) {
        return AccessToken.of(
                "mkl_x", "test", Set.of(Scope.RECIPES_READ), createdAt, Optional.empty());
    }
}
