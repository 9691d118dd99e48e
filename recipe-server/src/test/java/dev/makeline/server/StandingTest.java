package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.Role;
import dev.makeline.server.access.AccountStandings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {

    private final RunningServer server = RunningServer.shared();

    @Test
    void whoIsNoAdministratorAnyMoreIsRefusedWithTheOldTokenAtOnce() {
        Holder ann = Holder.of(server, Role.ADMIN);
        Api api = new Api(server.uri(), ann.token());
        assertThat(api.get("/v1/audit").status()).isEqualTo(200);

        ann.stands(Role.USER, AccountsTable.ACTIVE, Instant.EPOCH);
        server.bean(AccountStandings.class).forget(ann.id());

        assertThat(api.get("/v1/audit").status()).isEqualTo(403);
        assertThat(api.get("/v1/recipes").status()).isEqualTo(200);
    }

    @Test
    void anotherServersChangeWorksHereAfterTheTimeThatIsRemembered() {
        try (RunningServer forgetful =
                RunningServer.start(Map.of("makeline.access.known-for", "0s"))) {
            Holder ann = Holder.of(forgetful, Role.ADMIN);
            Api api = new Api(forgetful.uri(), ann.token());
            assertThat(api.get("/v1/audit").status()).isEqualTo(200);

            ann.stands(Role.USER, AccountsTable.ACTIVE, Instant.EPOCH);

            assertThat(api.get("/v1/audit").status()).isEqualTo(403);
        }
    }

    @Test
    void aDisabledAccountAndEndedTokensActNowhere() {
        Holder ann = Holder.of(server, Role.USER);
        Api api = new Api(server.uri(), ann.token());
        assertThat(api.get("/v1/recipes").status()).isEqualTo(200);

        ann.stands(Role.USER, AccountsTable.DISABLED, Instant.EPOCH);
        server.bean(AccountStandings.class).forget(ann.id());
        assertThat(api.get("/v1/recipes").status()).isEqualTo(401);

        ann.stands(Role.USER, AccountsTable.ACTIVE, Instant.now().plusSeconds(60));
        server.bean(AccountStandings.class).forget(ann.id());
        assertThat(api.get("/v1/recipes").status()).isEqualTo(401);
    }

    /// A token's scopes never exceed what the role allows, however the token came by them.
    @ParameterizedTest
    @EnumSource(Role.class)
    void aTokenAllowsNoMoreThanItsHoldersRole(Role role) {
        Holder holder = Holder.of(server, role);
        Api api =
                new Api(
                        server.uri(),
                        holder.token(
                                CredentialKind.PERSONAL,
                                Role.SERVICE.scopes(),
                                Duration.ofMinutes(1)));

        assertThat(api.get("/v1/audit").status()).isEqualTo(role == Role.USER ? 403 : 200);
    }

    @Test
    void aRefreshTokenAndATokenOfNobodysAccountOpenNothing() {
        Holder ann = Holder.of(server, Role.ADMIN);
        String refresh =
                ann.token(CredentialKind.REFRESH, Role.ADMIN.scopes(), Duration.ofMinutes(1));
        Holder gone = Holder.of(server, Role.ADMIN);
        String orphan = gone.token();
        server.dynamoDb()
                .deleteItem(delete ->
                        delete.tableName(AccountsTable.NAME)
                                .key(AccountsTable.userKey(gone.id(), AccountsTable.PROFILE_PART)));

        assertThat(new Api(server.uri(), refresh).get("/v1/recipes").status()).isEqualTo(401);
        assertThat(new Api(server.uri(), orphan).get("/v1/recipes").status()).isEqualTo(401);
    }
}
