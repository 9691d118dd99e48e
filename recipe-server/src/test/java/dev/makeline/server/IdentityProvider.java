package dev.makeline.server;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import okhttp3.Headers;

/// An OpenID Connect provider, and a browser that goes to and fro between it and the server.
@SuppressWarnings("deprecation") // of MockWebServer, which the provider is built on
final class IdentityProvider implements AutoCloseable {

    static final String CLIENT = "makeline-of-the-tests";

    private static final String ISSUER_ID = "kitchen";
    private static final String CALLBACK = "/v1/login/oidc/callback";
    private static final long AN_HOUR = 3_600;

    private final Dishonesty dishonesty = new Dishonesty();
    private final MockOAuth2Server provider = new MockOAuth2Server(dishonesty);
    private final HttpClient client = HttpClient.newHttpClient();

    IdentityProvider() {
        provider.start();
    }

    /// A try that stands before the callback.
    record Begun(String cookie, String nonce, String callback) {

        String state() {
            return parameters(URI.create(callback)).getOrDefault("state", "");
        }
    }

    Map<String, Object> settings() {
        return Map.of(
                "makeline.oidc.issuer",
                issuer(),
                "makeline.oidc.client-id",
                CLIENT,
                "makeline.oidc.client-secret",
                "the secret of the client",
                "makeline.oidc.redirect-uri",
                "http://127.0.0.1:1" + CALLBACK);
    }

    String issuer() {
        return provider.issuerUrl(ISSUER_ID).toString();
    }

    /// The next log in is of that person.
    void expect(String subject, Map<String, Object> claims) {
        provider.enqueueCallback(
                new DefaultOAuth2TokenCallback(
                        ISSUER_ID, subject, "JWT", List.of(CLIENT), claims, AN_HOUR));
    }

    /// The next code is answered with that ID token.
    void answer(String idToken) {
        dishonesty.add(
                200,
                "{\"token_type\":\"Bearer\",\"access_token\":\"%s\",\"expires_in\":60,\"id_token\":\"%s\"}"
                        .formatted(UUID.randomUUID(), idToken));
    }

    void answerWithStatus(int status) {
        dishonesty.add(status, "{}");
    }

    /// What an honest provider does not answer to a code.
    private static final class Dishonesty implements Route {

        private final Queue<OAuth2HttpResponse> answers = new ConcurrentLinkedQueue<>();

        void add(int status, String body) {
            answers.add(
                    new OAuth2HttpResponse(
                            Headers.of("Content-Type", "application/json"),
                            status,
                            body,
                            body.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public boolean match(OAuth2HttpRequest request) {
            return request.getUrl().encodedPath().endsWith("/token") && !answers.isEmpty();
        }

        @Override
        public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
            return answers.remove();
        }
    }

    /// Signed with the provider's own key.
    SignedJWT idToken(String subject, String audience, Map<String, Object> claims, long seconds) {
        return provider.issueToken(
                ISSUER_ID,
                CLIENT,
                new DefaultOAuth2TokenCallback(
                        ISSUER_ID, subject, "JWT", List.of(audience), claims, seconds));
    }

    RSAKey publicKey() {
        try {
            String keys = get(URI.create(provider.jwksUrl(ISSUER_ID).toString())).body();
            return JWKSet.parse(keys).getKeys().getFirst().toRSAKey();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /// From the server to the provider and, with its code, back before the server.
    Begun begin(RunningServer server) {
        Api.Answer answer = new Api(server.uri(), "").get("/v1/login/oidc");
        if (answer.status() != 303) {
            throw new AssertionError("No redirect: " + answer.body());
        }
        URI authorize = URI.create(answer.header("Location").orElseThrow());
        String back = get(authorize).headers().firstValue("Location").orElseThrow();
        URI callback = URI.create(back);
        return new Begun(
                Browser.cookieOf(answer),
                parameters(authorize).getOrDefault("nonce", ""),
                callback.getRawPath() + '?' + callback.getRawQuery());
    }

    static Api.Answer complete(RunningServer server, Begun begun) {
        return new Api(server.uri(), "").get(begun.callback(), "Cookie", begun.cookie());
    }

    Api.Answer logIn(RunningServer server, String subject, Map<String, Object> claims) {
        expect(subject, claims);
        return complete(server, begin(server));
    }

    static Map<String, Object> person(Person person) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("preferred_username", person.username());
        claims.put("email", person.email());
        claims.put("given_name", person.firstName());
        claims.put("family_name", person.lastName());
        return claims;
    }

    static Map<String, String> parameters(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> get(URI uri) {
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        provider.shutdown();
    }
}
