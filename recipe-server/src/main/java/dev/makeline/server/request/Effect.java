package dev.makeline.server.request;

import java.time.Instant;
import java.util.UUID;

/// What one request or one object version may bring about, once (invariant 2). Whoever writes puts
/// the id beside what was written, and finds it there when the same comes again.
///
/// @param id the same for every repetition
/// @param at UTC, when it began; the same for every repetition
/// @param isRepeatable whether a repetition can be recognised at all
public record Effect(String id, Instant at, boolean isRepeatable) {

    public static Effect ofObject(String objectId, Instant lastModified) {
        return new Effect(objectId, lastModified, true);
    }

    static Effect ofKey(String keyHash, Instant firstSeen) {
        return new Effect("key:" + keyHash + ":" + firstSeen.toEpochMilli(), firstSeen, true);
    }

    /// A request without an Idempotency-Key: sent twice, it has two effects.
    public static Effect once(Instant now) {
        return new Effect("request:" + UUID.randomUUID(), now, false);
    }
}
