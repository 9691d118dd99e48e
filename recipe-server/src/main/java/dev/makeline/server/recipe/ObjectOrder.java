package dev.makeline.server.recipe;

import dev.makeline.protocol.UploadJob;
import dev.makeline.server.request.Effect;
import java.time.Instant;
import java.util.Optional;

/// Where one version stands among the versions of its key.
///
/// @param lastModified UTC, seconds
/// @param sequencer S3's hex order of the events of one key; tells versions of one second apart
public record ObjectOrder(
        String bucket,
        String key,
        String objectId,
        Instant lastModified,
        Optional<String> sequencer) {

    public static ObjectOrder of(UploadJob job, Instant lastModified) {
        return new ObjectOrder(
                job.bucket(), job.key(), job.object().objectId(), lastModified, job.sequencer());
    }

    /// The put of this version. Each put counts, also one that brings back what an earlier one had:
    /// the recipe is what was put last.
    public Effect put() {
        String second = objectId + "@" + lastModified;
        return Effect.ofObject(
                sequencer.map(order -> second + "@" + order).orElse(second), lastModified);
    }

    /// The same as a listing tells of it, which knows only the second: the last put of it.
    Effect lastPutOfItsSecond() {
        return new ObjectOrder(bucket, key, objectId, lastModified, Optional.empty()).put();
    }

    /// Where it cannot be told, a version is not older: the one that arrives last is taken.
    boolean isOlderThan(ObjectOrder other) {
        int byTime = lastModified.compareTo(other.lastModified);
        return byTime < 0
                || (byTime == 0
                        && sequencer.isPresent()
                        && other.sequencer.isPresent()
                        && compareHex(sequencer.get(), other.sequencer.get()) < 0);
    }

    /// As S3 says that sequencers compare: the shorter one is padded with zeros on the right.
    private static int compareHex(String one, String other) {
        int length = Math.max(one.length(), other.length());
        return padded(one, length).compareToIgnoreCase(padded(other, length));
    }

    private static String padded(String hex, int length) {
        return hex + "0".repeat(length - hex.length());
    }
}
