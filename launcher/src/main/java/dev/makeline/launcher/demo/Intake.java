package dev.makeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.launcher.instance.ServerApi;
import dev.makeline.protocol.ResourceNames;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Drops samples through S3 and follows them over REST.
final class Intake {

    /// A file takes well under a second; a service that is started again meanwhile takes longer.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final S3Client s3;
    private final ServerApi api;

    Intake(S3Client s3, ServerApi api) {
        this.s3 = s3;
        this.api = api;
    }

    void drop(Sample sample) {
        s3.putObject(
                put ->
                        put.bucket(ResourceNames.INTAKE_BUCKET)
                                .key(sample.key())
                                .contentType("application/json"),
                RequestBody.fromBytes(sample.content()));
    }

    /// @return the entry once it is in this state or rejected; empty when neither comes in time
    Optional<LedgerEntry> await(Sample sample, String state) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<LedgerEntry> entry = find(sample, state);
            if (entry.isEmpty()) {
                entry = find(sample, LedgerEntry.REJECTED);
            }
            if (entry.isPresent()) {
                return entry;
            }
            Thread.sleep(POLL_INTERVAL);
        }
        return Optional.empty();
    }

    /// @return the answer of `GET …/differences`
    Optional<JsonNode> differences(long recipeId, long makeId) throws InterruptedException {
        return api.get("/v1/recipes/%d/makes/%d/differences".formatted(recipeId, makeId));
    }

    private Optional<LedgerEntry> find(Sample sample, String state) throws InterruptedException {
        Optional<JsonNode> page = api.get("/v1/intake?state=" + state);
        if (page.isEmpty()) {
            return Optional.empty();
        }
        for (JsonNode item : page.get().path("items")) {
            LedgerEntry entry = LedgerEntry.of(item);
            if (entry.key().equals(sample.key())) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
