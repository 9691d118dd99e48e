package dev.makeline.server.make;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.server.request.Effect;
import dev.makeline.server.request.Sha256;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.OptionalLong;

/// The ids that a make may get, each next one when the one before is taken: the document's own,
/// then ones derived from its [Effect], so that a repetition walks the same way and finds its own
/// row.
///
/// Derived: 30 bits of seconds since 2025, then 23 bits of a hash; together at most 2^53 − 1, and
/// in the order of time.
final class MakeIds {

    private static final long EPOCH = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();
    private static final int HASH_BITS = 23;
    private static final long HASH_MASK = (1L << HASH_BITS) - 1;
    private static final long LATEST = (1L << 30) - 1;

    private final OptionalLong own;
    private final Effect effect;

    MakeIds(OptionalLong own, Effect effect) {
        this.own = own;
        this.effect = effect;
    }

    /// @param attempt from 0
    long candidate(int attempt) {
        if (own.isPresent()) {
            return attempt == 0 ? own.getAsLong() : derived(attempt - 1);
        }
        return derived(attempt);
    }

    private long derived(int probe) {
        long seconds = Math.clamp(effect.at().getEpochSecond() - EPOCH, 0, LATEST);
        byte[] hash = Sha256.of((effect.id() + '#' + probe).getBytes(UTF_8));
        return seconds << HASH_BITS | (ByteBuffer.wrap(hash).getLong() & HASH_MASK);
    }
}
