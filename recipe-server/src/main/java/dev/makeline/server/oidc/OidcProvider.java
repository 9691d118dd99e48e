package dev.makeline.server.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.makeline.server.memory.SharedLoads;
import dev.makeline.server.problem.UnavailableException;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;

/// The configured OpenID Connect provider: found by discovery when it is first needed, spoken to by
/// the authorization code flow with PKCE. Thread-safe; blocks for the settings' timeouts. Nothing
/// is repeated here: a code is good once, and people press the button again.
@Singleton
final class OidcProvider {

    private record Discovered(OIDCProviderMetadata metadata, IdTokens idTokens) {}

    /// Providers hardly ever change their endpoints; their keys are looked after by themselves.
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /// Bytes of a set of keys.
    private static final int LARGEST_KEY_SET = 200_000;

    private static final int FIRST_SERVER_ERROR = 500;

    private final OidcSettings settings;
    private final InstantSource clock;
    private final SharedLoads<String, Discovered> discovery;

    OidcProvider(
            OidcSettings settings,
            InstantSource clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.settings = settings;
        this.clock = clock;
        this.discovery = new SharedLoads<>(this::discover, _ -> REMEMBERED, _ -> 1, 1, executor);
    }

    /// Where to send the browser.
    ///
    /// @throws UnavailableException when the provider is not reached
    URI begin(LogInAttempt attempt) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        Scope.parse(settings.scopes()),
                        client(),
                        URI.create(settings.redirectUri()))
                .endpointURI(discovered().metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.codeVerifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /// Hands the code back for the proof of who somebody is.
    Exchange complete(LogInAttempt attempt, String code) {
        try {
            Discovered provider = discovered();
            HTTPResponse answer = request(provider.metadata(), attempt, code).send();
            if (answer.getStatusCode() >= FIRST_SERVER_ERROR) {
                return new Exchange.Unavailable("It answered " + answer.getStatusCode());
            }
            TokenResponse response = OIDCTokenResponseParser.parse(answer);
            return response.indicatesSuccess()
                    ? believed(provider.idTokens(), (OIDCTokenResponse) response, attempt)
                    : new Exchange.Refused("The provider refused the code");
        } catch (ParseException e) {
            return new Exchange.Refused("The provider's answer cannot be read");
        } catch (IOException | UnavailableException e) {
            return new Exchange.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    private static Exchange believed(
            IdTokens idTokens, OIDCTokenResponse response, LogInAttempt attempt) {
        JWT token = response.getOIDCTokens().getIDToken();
        if (token == null) {
            return new Exchange.Refused("The provider gave no ID token");
        }
        try {
            return new Exchange.Proven(idTokens.identity(token, attempt.nonce()));
        } catch (RateLimitReachedException _) {
            return new Exchange.Refused("Its key is not among those fetched a moment ago");
        } catch (BadJOSEException e) {
            return new Exchange.Refused(String.valueOf(e.getMessage()));
        } catch (JOSEException e) {
            return new Exchange.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    private HTTPRequest request(OIDCProviderMetadata metadata, LogInAttempt attempt, String code) {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(
                        new AuthorizationCode(code),
                        URI.create(settings.redirectUri()),
                        new CodeVerifier(attempt.codeVerifier()));
        URI endpoint = metadata.getTokenEndpointURI();
        TokenRequest.Builder builder =
                settings.clientSecret().isEmpty()
                        ? new TokenRequest.Builder(endpoint, client(), grant)
                        : new TokenRequest.Builder(
                                endpoint,
                                new ClientSecretBasic(
                                        client(), new Secret(settings.clientSecret())),
                                grant);
        HTTPRequest request = builder.build().toHTTPRequest();
        request.setConnectTimeout(timeoutMillis());
        request.setReadTimeout(timeoutMillis());
        request.setFollowRedirects(false);
        return request;
    }

    private Discovered discovered() {
        try {
            return discovery.get(settings.issuer()).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UnavailableException unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }

    private Discovered discover(String issuer) {
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.resolve(
                            new Issuer(issuer), timeoutMillis(), timeoutMillis());
            checkSafe(metadata.getAuthorizationEndpointURI());
            checkSafe(metadata.getTokenEndpointURI());
            checkSafe(metadata.getJWKSetURI());
            return new Discovered(metadata, idTokens(metadata));
        } catch (GeneralException | IOException e) {
            throw new UnavailableException(
                    "The identity provider %s is not reached: %s"
                            .formatted(issuer, e.getMessage()));
        }
    }

    private IdTokens idTokens(OIDCProviderMetadata metadata) throws MalformedURLException {
        var retriever =
                new DefaultResourceRetriever(timeoutMillis(), timeoutMillis(), LARGEST_KEY_SET);
        var keys =
                JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL(), retriever)
                        .build();
        return new IdTokens(metadata.getIssuer(), client(), keys, clock);
    }

    private static void checkSafe(URI endpoint) {
        if (endpoint == null || !OidcSettings.isSafe(endpoint.toString())) {
            throw new UnavailableException(
                    "The identity provider names an endpoint that is not https: " + endpoint);
        }
    }

    private ClientID client() {
        return new ClientID(settings.clientId());
    }

    private int timeoutMillis() {
        return Math.toIntExact(settings.timeout().toMillis());
    }
}
