package dev.makeline.server.access;

import dev.makeline.protocol.AccessToken;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// @param serviceToken what sender-service presents; secret
/// @param previousServiceToken the one before or after it while it is being replaced: as good for
///   whoever presents it and for what was signed with it, but nothing is signed with it any more;
///   empty when none is; secret
/// @param processorToken what tasks of processor-service present that read recipes; empty where
///   none do; secret
/// @param previousProcessorToken the one before or after it while it is being replaced, as good as
///   it; empty when none is; secret
/// @param knownFor how long a token that was found is not looked up again: a revoked one works that
///   much longer
/// @param unknownFor how long a token that was not found is refused without looking again
/// @param trustedProxies how many proxies of ours stand before this server, each of which appends
///   to X-Forwarded-For; 0 believes no such header
/// @param remembered how many tokens, found or not, are remembered
@ConfigurationProperties("makeline.access")
record AccessSettings(
        String serviceToken,
        String previousServiceToken,
        String processorToken,
        String previousProcessorToken,
        Duration knownFor,
        Duration unknownFor,
        int remembered,
        int trustedProxies) {

    private static final int SHORTEST_TOKEN = 32;
    private static final Duration LONGEST_MEMORY = Duration.ofSeconds(30);

    private static final int MOST_PROXIES = 5;

    AccessSettings {
        checkProxies(trustedProxies);
        checkSecret("service-token (MAKELINE_SERVICE_TOKEN)", serviceToken);
        if (!previousServiceToken.isEmpty()) {
            checkSecret(
                    "previous-service-token (MAKELINE_PREVIOUS_SERVICE_TOKEN)",
                    previousServiceToken);
        }
        if (!processorToken.isEmpty()) {
            checkSecret("processor-token (MAKELINE_PROCESSOR_TOKEN)", processorToken);
        }
        if (!previousProcessorToken.isEmpty()) {
            checkSecret(
                    "previous-processor-token (MAKELINE_PREVIOUS_PROCESSOR_TOKEN)",
                    previousProcessorToken);
        }
        checkMemory("known-for", knownFor);
        checkMemory("unknown-for", unknownFor);
        if (remembered < 1) {
            throw new IllegalArgumentException(
                    "makeline.access.remembered must be 1 or more, not " + remembered);
        }
    }

    /// The service tokens that are good here, the one to sign with first.
    List<String> serviceTokens() {
        return previousServiceToken.isEmpty()
                ? List.of(serviceToken)
                : List.of(serviceToken, previousServiceToken);
    }

    List<String> processorTokens() {
        return Stream.of(processorToken, previousProcessorToken)
                .filter(token -> !token.isEmpty())
                .toList();
    }

    boolean names(String sha256Hex) {
        return Stream.concat(serviceTokens().stream(), processorTokens().stream())
                .map(AccessToken::hash)
                .anyMatch(sha256Hex::equals);
    }

    private static void checkSecret(String name, String secret) {
        if (secret.length() < SHORTEST_TOKEN || !BearerToken.isWellFormed(secret)) {
            throw new IllegalArgumentException(
                    "makeline.access.%s must be a secret of %d to %d letters, digits or -._~+/=, the same as that of the service which presents it; it is %s. Make one with: openssl rand -hex 32"
                            .formatted(
                                    name,
                                    SHORTEST_TOKEN,
                                    BearerToken.LONGEST,
                                    secret.isEmpty()
                                            ? "not set"
                                            : secret.length() + " characters long"));
        }
    }

    private static void checkProxies(int count) {
        if (count < 0 || count > MOST_PROXIES) {
            throw new IllegalArgumentException(
                    "makeline.access.trusted-proxies must be from 0 to %d, not %d"
                            .formatted(MOST_PROXIES, count));
        }
    }

    private static void checkMemory(String name, Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST_MEMORY) > 0) {
            throw new IllegalArgumentException(
                    "makeline.access.%s must be from 0s to 30s, not %s".formatted(name, time));
        }
    }

    @Override
    public String toString() {
        return "AccessSettings[serviceToken=hidden, previousServiceToken=hidden, processorToken=hidden, previousProcessorToken=hidden, knownFor=%s, unknownFor=%s, remembered=%d, trustedProxies=%d]"
                .formatted(knownFor, unknownFor, remembered, trustedProxies);
    }
}
