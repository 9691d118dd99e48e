package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.UserId;
import dev.makeline.server.IdentityProvider.Begun;
import dev.makeline.server.account.AccountStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OidcTest {

    private static final IdentityProvider PROVIDER = new IdentityProvider();
    private static final RunningServer SERVER = RunningServer.start(PROVIDER.settings());

    private final String subject = UUID.randomUUID().toString();
    private final Person person = Person.any();

    /// Has the server fetch the provider's description and keys.
    @BeforeAll
    static void somebodyLogsIn() {
        PROVIDER.logIn(SERVER, UUID.randomUUID().toString(), IdentityProvider.person(Person.any()));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        PROVIDER.close();
    }

    @Test
    void browserIsSentToTheProviderWithWhatBindsTheAnswerToIt() {
        Api.Answer answer = new Api(SERVER.uri(), "").get("/v1/login/oidc");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Set-Cookie").orElseThrow())
                .startsWith("__Host-makeline-oidc=")
                .containsIgnoringCase("; HttpOnly")
                .contains("; Secure", "; SameSite=Lax", "; Path=/", "; Max-Age=600");
        Map<String, String> parameters =
                IdentityProvider.parameters(URI.create(answer.header("Location").orElseThrow()));
        assertThat(parameters)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", IdentityProvider.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(parameters.get("scope")).contains("openid");
    }

    @Test
    void firstLogInMakesAnAccountAndTheNextFindsIt() {
        Map<String, Object> claims = IdentityProvider.person(person);

        Api.Answer first = PROVIDER.logIn(SERVER, subject, claims);
        claims.put("preferred_username", "another name");
        claims.put("email", Person.any().email());
        Api.Answer second = PROVIDER.logIn(SERVER, subject, claims);

        assertThat(first.status()).as(first.body()).isEqualTo(303);
        assertThat(first.header("Location")).contains("/");
        JsonNode me = me(first);
        assertThat(me.path("username").asText()).isEqualTo(person.username());
        assertThat(me.path("role").asText()).isEqualTo("user");
        assertThat(me(second).path("userId")).isEqualTo(me.path("userId"));
        assertThat(AuditTrail.of(SERVER).actionsOf(me.path("userId").asText()))
                .containsExactly("account-registered", "login", "login");
    }

    @Test
    void whoNeverSetAPasswordIsToldHowAndThenLeavesWithoutATrace() {
        Map<String, Object> claims = IdentityProvider.person(person);
        String id = me(PROVIDER.logIn(SERVER, subject, claims)).path("userId").asText();
        Api api =
                SERVER.loggedIn(SERVER.bean(AccountStore.class).find(new UserId(id)).orElseThrow());

        Api.Answer refused = leave(api, "a guess at nothing");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("by mail first", "POST /v1/password-resets");

        Api anonymous = new Api(SERVER.uri(), "");
        anonymous.post("/v1/password-resets", ProtocolJson.write(Map.of("email", person.email())));
        String token = Mailbox.of(person.email()).token(1);
        anonymous.post(
                "/v1/password-resets/completions",
                ProtocolJson.write(Map.of("token", token, "password", person.password())));
        Api proven = LoggedIn.again(SERVER, person).api();

        assertThat(leave(proven, person.password()).status()).isEqualTo(204);

        assertThat(rowsAbout(id)).allMatch(subject -> subject.matches("(audit|token)#.*"));
        Api.Answer again = PROVIDER.logIn(SERVER, subject, claims);
        assertThat(me(again).path("userId").asText()).isNotEmpty().isNotEqualTo(id);
    }

    private static Api.Answer leave(Api api, String password) {
        return api.send(
                "DELETE",
                "/v1/users/me",
                BodyPublishers.ofString(ProtocolJson.write(Map.of("password", password))));
    }

    private static List<String> rowsAbout(String userId) {
        return SERVER
                .dynamoDb()
                .scanPaginator(scan -> scan.tableName(AccountsTable.NAME))
                .items()
                .stream()
                .filter(row -> row.toString().contains(userId))
                .map(row -> Attributes.requiredText(row, AccountsTable.SUBJECT))
                .toList();
    }

    @Test
    void takenUsernameIsNumbered() {
        new Api(SERVER.uri(), "").post("/v1/users", person.json());
        Map<String, Object> claims = IdentityProvider.person(Person.any());
        claims.put("preferred_username", person.username());

        Api.Answer answer = PROVIDER.logIn(SERVER, subject, claims);

        assertThat(me(answer).path("username").asText()).isEqualTo(person.username() + "2");
    }

    @Test
    void addressOfAnotherAccountLinksNothingUnlessThatIsSetAndVerified() {
        new Api(SERVER.uri(), "").post("/v1/users", person.json());
        Map<String, Object> claims = IdentityProvider.person(person);
        claims.put("email_verified", true);

        assertRefused(PROVIDER.logIn(SERVER, subject, claims));

        Map<String, Object> settings = new HashMap<>(PROVIDER.settings());
        settings.put("makeline.oidc.link-verified-email", true);
        try (RunningServer trusting = RunningServer.start(settings)) {
            claims.put("email_verified", false);
            assertRefused(PROVIDER.logIn(trusting, subject, claims));
            claims.put("email_verified", true);
            Api.Answer linked = PROVIDER.logIn(trusting, subject, claims);
            assertThat(linked.status()).as(linked.body()).isEqualTo(303);
            assertThat(me(linked).path("username").asText()).isEqualTo(person.username());
        }
    }

    @Test
    void withoutAnAddressThereIsNoAccount() {
        Map<String, Object> claims = IdentityProvider.person(person);
        claims.remove("email");

        Api.Answer answer = PROVIDER.logIn(SERVER, subject, claims);

        assertRefused(answer);
        assertThat(answer.body()).contains("e-mail");
    }

    @Test
    void callbackIsTakenOnce() {
        PROVIDER.expect(subject, IdentityProvider.person(person));
        Begun begun = PROVIDER.begin(SERVER);

        assertThat(IdentityProvider.complete(SERVER, begun).status()).isEqualTo(303);
        assertRefused(IdentityProvider.complete(SERVER, begun));
    }

    @Test
    void callbackIsTakenFromTheBrowserThatBeganAlone() {
        PROVIDER.expect(subject, IdentityProvider.person(person));
        Begun mine = PROVIDER.begin(SERVER);
        Begun other = PROVIDER.begin(SERVER);

        assertRefused(IdentityProvider.complete(SERVER, mixed(mine, other)));
        assertRefused(new Api(SERVER.uri(), "").get(mine.callback()));
        assertRefused(
                IdentityProvider.complete(
                        SERVER,
                        new Begun(
                                mine.cookie(),
                                mine.nonce(),
                                mine.callback().replace(mine.state(), "x"))));
        assertRefused(
                IdentityProvider.complete(
                        SERVER,
                        new Begun(mine.cookie(), mine.nonce(), "/v1/login/oidc/callback?code=x")));
        assertThat(IdentityProvider.complete(SERVER, mine).status()).isEqualTo(303);
    }

    private static Begun mixed(Begun cookieOf, Begun callbackOf) {
        return new Begun(cookieOf.cookie(), cookieOf.nonce(), callbackOf.callback());
    }

    @Test
    void tokenThatTheProviderSignedForThisLogInIsBelieved() {
        Begun begun = PROVIDER.begin(SERVER);

        Api.Answer answer = completeWith(begun, signed(IdentityProvider.CLIENT, claims(begun), 60));

        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    @Test
    void tokenForAnotherAudienceIsRefused() {
        Begun begun = PROVIDER.begin(SERVER);

        assertRefused(completeWith(begun, signed("another client", claims(begun), 60)));
    }

    @Test
    void tokenOfAnotherLogInIsRefused() {
        Begun begun = PROVIDER.begin(SERVER);
        Map<String, Object> claims = claims(begun);
        claims.put("nonce", "of another log in");
        Begun again = PROVIDER.begin(SERVER);
        Map<String, Object> without = claims(again);
        without.remove("nonce");

        assertRefused(completeWith(begun, signed(IdentityProvider.CLIENT, claims, 60)));
        assertRefused(completeWith(again, signed(IdentityProvider.CLIENT, without, 60)));
    }

    @Test
    void expiredTokenIsRefused() {
        Begun begun = PROVIDER.begin(SERVER);

        assertRefused(completeWith(begun, signed(IdentityProvider.CLIENT, claims(begun), -120)));
    }

    @Test
    void tokenThatIsNotGoodYetIsRefused() {
        Begun begun = PROVIDER.begin(SERVER);
        Map<String, Object> claims = claims(begun);
        claims.put("nbf", Date.from(Instant.now().plusSeconds(600)));

        assertRefused(completeWith(begun, signed(IdentityProvider.CLIENT, claims, 3_600)));
    }

    @Test
    void unsignedTokenIsRefused() {
        Begun begun = PROVIDER.begin(SERVER);

        assertRefused(completeWith(begun, new PlainJWT(forged(begun)).serialize()));
    }

    @Test
    void publishedKeyIsNoSharedSecret() throws JOSEException {
        RSAKey key = PROVIDER.publicKey();
        for (byte[] secret :
                List.of(key.toRSAPublicKey().getEncoded(), key.toJSONString().getBytes(UTF_8))) {
            Begun begun = PROVIDER.begin(SERVER);
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.HS256)
                                    .type(JOSEObjectType.JWT)
                                    .keyID(key.getKeyID())
                                    .build(),
                            forged(begun));
            token.sign(new MACSigner(secret));

            assertRefused(completeWith(begun, token.serialize()));
        }
    }

    @Test
    void keysThatATokenBringsOrNamesAreNotLookedAt() throws Exception {
        RSAKey own = new RSAKeyGenerator(2048).keyID(PROVIDER.publicKey().getKeyID()).generate();
        AtomicInteger fetches = new AtomicInteger();
        HttpServer keys =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext(
                "/",
                exchange -> {
                    fetches.incrementAndGet();
                    byte[] body = new JWKSet(own.toPublicJWK()).toString().getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        keys.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + keys.getAddress().getPort() + "/keys");
            for (String kid :
                    List.of(own.getKeyID(), "unknown", "../../../../dev/null", "' OR 1=1")) {
                Begun begun = PROVIDER.begin(SERVER);
                SignedJWT token =
                        new SignedJWT(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .type(JOSEObjectType.JWT)
                                        .keyID(kid)
                                        .jwkURL(uri)
                                        .x509CertURL(uri)
                                        .jwk(own.toPublicJWK())
                                        .build(),
                                forged(begun));
                token.sign(new RSASSASigner(own));

                assertRefused(completeWith(begun, token.serialize()));
            }
            assertThat(fetches).hasValue(0);
        } finally {
            keys.stop(0);
        }
    }

    @Test
    void tokenWhoseClaimsWereChangedIsRefused() throws ParseException {
        Begun begun = PROVIDER.begin(SERVER);
        SignedJWT real = SignedJWT.parse(signed(IdentityProvider.CLIENT, claims(begun), 60));
        String changed =
                real.getParsedParts()[0]
                        + "."
                        + forged(begun).toPayload().toBase64URL()
                        + "."
                        + real.getParsedParts()[2];

        assertRefused(completeWith(begun, changed));
    }

    @Test
    void providerInTroubleIsSaidToBeUnavailable() throws IOException {
        Begun begun = PROVIDER.begin(SERVER);
        PROVIDER.answerWithStatus(502);

        assertThat(IdentityProvider.complete(SERVER, begun).status()).isEqualTo(503);
        Map<String, Object> settings = new HashMap<>(PROVIDER.settings());
        settings.put("makeline.oidc.issuer", "http://127.0.0.1:1/nobody");
        settings.put("makeline.oidc.timeout", "500ms");
        try (RunningServer alone = RunningServer.start(settings)) {
            assertThat(new Api(alone.uri(), "").get("/v1/login/oidc").status()).isEqualTo(503);
        }
    }

    @Test
    void withoutAProviderThereIsNoSuchLogIn() {
        Api anonymous = new Api(RunningServer.shared().uri(), "");

        assertThat(anonymous.get("/v1/login/oidc").status()).isEqualTo(404);
        assertThat(anonymous.get("/v1/login/oidc/callback?code=1&state=2").status()).isEqualTo(404);
    }

    private static Api.Answer completeWith(Begun begun, String idToken) {
        PROVIDER.answer(idToken);
        return IdentityProvider.complete(SERVER, begun);
    }

    private String signed(String audience, Map<String, Object> claims, long seconds) {
        return PROVIDER.idToken(subject, audience, claims, seconds).serialize();
    }

    private Map<String, Object> claims(Begun begun) {
        Map<String, Object> claims = IdentityProvider.person(person);
        claims.put("nonce", begun.nonce());
        return claims;
    }

    /// All that the server expects, but for the provider's signature.
    private JWTClaimsSet forged(Begun begun) {
        JWTClaimsSet.Builder builder =
                new JWTClaimsSet.Builder()
                        .issuer(PROVIDER.issuer())
                        .subject("somebody else")
                        .audience(IdentityProvider.CLIENT)
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)));
        claims(begun).forEach(builder::claim);
        return builder.build();
    }

    private static JsonNode me(Api.Answer loggedIn) {
        String cookie =
                loggedIn.response().headers().allValues("Set-Cookie").stream()
                        .filter(value -> value.startsWith(Browser.COOKIE + '='))
                        .map(value -> value.substring(0, value.indexOf(';')))
                        .findFirst()
                        .orElseThrow();
        return new Api(SERVER.uri(), "").get("/v1/sessions/current", "Cookie", cookie).json();
    }

    private static void assertRefused(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith(Browser.COOKIE + '='));
        assertThat(answer.body()).contains("/problems/log-in-refused");
    }
}
