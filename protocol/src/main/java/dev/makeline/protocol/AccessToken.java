package dev.makeline.protocol;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A bearer token as it is kept: what it may do and until when, found by the SHA-256 of the token.
/// The hash needs no salt, because the token itself is 256 random bits.
///
/// @param holder the account that it acts for; empty for services and operators
/// @param family what ends together with it: one log in, or this token alone
/// @param name who holds it, for people and logs
/// @param expiresAt UTC; empty for the services' own tokens
public record AccessToken(
        String sha256Hex,
        CredentialKind kind,
        Optional<UserId> holder,
        Optional<String> family,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        Optional<Instant> expiresAt) {

    /// Recognisable to secret scanners.
    public static final String PREFIX = "mkl_";

    private static final int SECRET_BYTES = 32;

    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    /// 256 bits of a cryptographically secure generator, URL-safe. Shown once; never logged.
    public static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    public static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /// One of nobody's account.
    public static AccessToken of(
            String secret,
            String name,
            Set<Scope> scopes,
            Instant createdAt,
            Optional<Instant> expiresAt) {
        return new AccessToken(
                hash(secret),
                CredentialKind.SERVICE,
                Optional.empty(),
                Optional.empty(),
                name,
                scopes,
                createdAt,
                expiresAt);
    }

    public boolean isExpired(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }

    public Map<String, AttributeValue> toItem() {
        Map<String, AttributeValue> item = new HashMap<>(AccountsTable.tokenKey(sha256Hex));
        item.put("kind", text(kind.label()));
        holder.ifPresent(user -> item.put("holder", text(user.value())));
        family.ifPresent(id -> item.put("family", text(id)));
        item.put("name", text(name));
        item.put(
                "scopes",
                AttributeValue.fromSs(scopes.stream().map(Scope::label).sorted().toList()));
        item.put("createdAt", text(createdAt.toString()));
        expiresAt.ifPresent(end -> {
            item.put("expiresAt", text(end.toString()));
            item.put(AccountsTable.TIME_TO_LIVE, number(end.getEpochSecond()));
        });
        return item;
    }

    public static AccessToken fromItem(String sha256Hex, Map<String, AttributeValue> item) {
        return new AccessToken(
                sha256Hex,
                kindOf(item),
                optionalText(item, "holder").map(UserId::new),
                optionalText(item, "family"),
                requiredText(item, "name"),
                Scope.known(item.getOrDefault("scopes", AttributeValue.fromSs(List.of())).ss()),
                Instant.parse(requiredText(item, "createdAt")),
                optionalText(item, "expiresAt").map(Instant::parse));
    }

    /// Rows of earlier versions name no kind: they were the services' and operators'.
    private static CredentialKind kindOf(Map<String, AttributeValue> item) {
        String label = optionalText(item, "kind").orElse(CredentialKind.SERVICE.label());
        return CredentialKind.of(label)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no token of the kind '%s'".formatted(label)));
    }
}
