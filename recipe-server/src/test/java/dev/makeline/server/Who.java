package dev.makeline.server;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// Everybody who may come to a route, as far as it makes a difference.
enum Who {
    OWNER,
    OTHER_USER,
    ADMIN,
    SERVICE,
    EXPIRED,
    REVOKED,
    DISABLED,
    ANONYMOUS;

    /// What a service of this installation gets: no more than it needs.
    static final Set<Scope> OF_A_SERVICE = EnumSet.of(Scope.INTAKE_SUBMIT, Scope.METRICS_READ);

    boolean isKnown() {
        return switch (this) {
            case OWNER, OTHER_USER, ADMIN, SERVICE -> true;
            case EXPIRED, REVOKED, DISABLED, ANONYMOUS -> false;
        };
    }

    Set<Scope> scopes() {
        return switch (this) {
            case OWNER, OTHER_USER -> Role.USER.scopes();
            case ADMIN -> Role.ADMIN.scopes();
            case SERVICE -> OF_A_SERVICE;
            case EXPIRED, REVOKED, DISABLED, ANONYMOUS -> Set.of();
        };
    }

    /// With an account or token that nothing else uses, so that what one request ends is missed by
    /// no other.
    ///
    /// @param owner of what the route names
    Api come(RunningServer server, Holder owner) {
        return new Api(
                server.uri(),
                switch (this) {
                    case OWNER -> owner.token();
                    case OTHER_USER -> Holder.of(server, Role.USER).token();
                    case ADMIN -> Holder.of(server, Role.ADMIN).token();
                    case SERVICE -> server.token(OF_A_SERVICE.toArray(Scope[]::new));
                    case EXPIRED ->
                            owner.token(
                                    CredentialKind.ACCESS,
                                    Role.ADMIN.scopes(),
                                    Duration.ofSeconds(-1));
                    case REVOKED -> revoked(owner);
                    case DISABLED -> disabled(server);
                    case ANONYMOUS -> "";
                });
    }

    private static String revoked(Holder owner) {
        String token = owner.token();
        owner.dynamoDb()
                .deleteItem(delete ->
                        delete.tableName(AccountsTable.NAME)
                                .key(AccountsTable.tokenKey(AccessToken.hash(token))));
        return token;
    }

    private static String disabled(RunningServer server) {
        Holder holder = Holder.of(server, Role.ADMIN);
        holder.stands(Role.ADMIN, AccountsTable.DISABLED, Instant.EPOCH);
        return holder.token();
    }
}
