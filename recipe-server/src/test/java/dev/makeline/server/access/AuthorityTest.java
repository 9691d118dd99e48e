package dev.makeline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.UserId;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Authority.Decision;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorityTest {

    private static final UserId ANN = UserId.next(Instant.EPOCH);
    private static final UserId BOB = UserId.next(Instant.EPOCH);

    record Case(Role role, CredentialKind kind, boolean isOwner, boolean asAdmin, Action action) {}

    static Stream<Case> cases() {
        return Arrays.stream(Role.values())
                .flatMap(role ->
                        Arrays.stream(CredentialKind.values())
                                .flatMap(kind ->
                                        Arrays.stream(Action.values())
                                                .flatMap(action ->
                                                        Stream.of(true, false)
                                                                .flatMap(owner ->
                                                                        Stream.of(true, false)
                                                                                .map(admin ->
                                                                                        new Case(
                                                                                                role,
                                                                                                kind,
                                                                                                owner,
                                                                                                admin,
                                                                                                action))))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aThingIsItsOwnersAndAdministratorsSeeAndDeleteIt(Case one) {
        Set<Scope> scopes =
                one.asAdmin() ? EnumSet.allOf(Scope.class) : EnumSet.of(Scope.FILES_READ);
        scopes.retainAll(one.role().scopes());
        Caller caller = caller(one.kind(), one.role(), scopes);

        Decision decision =
                Authority.decide(caller, one.action(), OwnerId.of(one.isOwner() ? ANN : BOB));

        if (one.isOwner()) {
            assertThat(decision).isInstanceOf(Decision.Allowed.class);
        } else if (!one.asAdmin() || one.role() == Role.USER) {
            assertThat(decision).isInstanceOf(Decision.Hidden.class);
        } else if (one.action() == Action.CHANGE) {
            assertThat(decision).isInstanceOf(Decision.Refused.class);
        } else {
            assertThat(decision).isInstanceOf(Decision.Allowed.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void aRouteOpensToItsScopeAlone(Scope needed) {
        RouteAccess route = new RouteAccess.Scoped(needed);
        Set<Scope> others = EnumSet.complementOf(EnumSet.of(needed));

        assertThat(
                        Authority.decide(
                                caller(CredentialKind.SERVICE, Role.SERVICE, Set.of(needed)),
                                route,
                                true))
                .isInstanceOf(Decision.Allowed.class);
        assertThat(
                        Authority.decide(
                                caller(CredentialKind.SERVICE, Role.SERVICE, others), route, true))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.reason()).contains(needed.label()));
    }

    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void aRouteOfPersonsOpensToThoseWhoLoggedIn(CredentialKind kind) {
        Decision decision =
                Authority.decide(
                        caller(kind, Role.ADMIN, Role.ADMIN.scopes()),
                        new RouteAccess.Person(),
                        true);

        boolean loggedIn = kind == CredentialKind.ACCESS || kind == CredentialKind.SESSION;
        assertThat(decision instanceof Decision.Allowed).isEqualTo(loggedIn);
    }

    @Test
    void aRouteOfPersonsIsClosedToServicesWhateverTheirCredential() {
        Caller service =
                new Caller(
                        "0".repeat(64),
                        CredentialKind.ACCESS,
                        Optional.empty(),
                        Optional.empty(),
                        new OwnerId("service:x"),
                        "x",
                        Role.SERVICE,
                        EnumSet.allOf(Scope.class));

        assertThat(Authority.decide(service, new RouteAccess.Person(), true))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void aRouteOfWhichNobodySaidWhoMayIsClosedAndOneThatIsNotThereIsTheRouters() {
        Caller all = caller(CredentialKind.SERVICE, Role.SERVICE, EnumSet.allOf(Scope.class));

        assertThat(Authority.decide(all, new RouteAccess.Undeclared(), true))
                .isInstanceOf(Decision.Refused.class);
        assertThat(Authority.decide(all, new RouteAccess.Undeclared(), false))
                .isInstanceOf(Decision.Allowed.class);
        assertThat(Authority.decide(all, new RouteAccess.Open(), true))
                .isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void aServiceOwnsWhatItsNameMadeAndNothingOfAPersonOfThatName() {
        assertThat(new OwnerId("service:" + ANN.value())).isNotEqualTo(OwnerId.of(ANN));
    }

    private static Caller caller(CredentialKind kind, Role role, Set<Scope> scopes) {
        return new Caller(
                "0".repeat(64),
                kind,
                Optional.empty(),
                Optional.of(ANN),
                OwnerId.of(ANN),
                "test",
                role,
                scopes);
    }
}
