package dev.makeline.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.Submission;
import dev.makeline.protocol.Traceparent;
import dev.makeline.protocol.UploadJob;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An object of the bucket as sender-service submits it.
///
/// @param lastModified whole seconds, as S3 tells
record Submitted(
        String key,
        String eTag,
        Optional<String> sequencer,
        Instant lastModified,
        String document) {

    private static final Instant PUT = Instant.parse("2026-11-20T18:00:00Z");

    /// A new object version of that content under a new key.
    static Submitted make(String document) {
        return at("makes/" + UUID.randomUUID() + ".json", document);
    }

    static Submitted recipe(String document) {
        return at("recipes/" + UUID.randomUUID() + ".json", document);
    }

    private static Submitted at(String key, String document) {
        return new Submitted(key, newETag(), Optional.of("0a"), PUT, document);
    }

    /// The key is put again.
    Submitted overwritten(Instant putAt, String newSequencer, String newDocument) {
        return new Submitted(key, newETag(), Optional.of(newSequencer), putAt, newDocument);
    }

    /// The same version in the same second, put again or found by listing.
    Submitted toldBy(Optional<String> otherSequencer) {
        return new Submitted(key, eTag, otherSequencer, lastModified, document);
    }

    UploadJob job() {
        return UploadJob.of(
                new ObjectVersion(ResourceNames.INTAKE_BUCKET, key, Optional.empty(), eTag),
                document.length(),
                sequencer,
                lastModified.plusMillis(20),
                new Traceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    }

    String objectId() {
        return job().object().objectId();
    }

    String json() {
        return write(new Submission.Document(job(), lastModified, tree()));
    }

    String refusal(String reason, String place) {
        return write(new Submission.Refusal(job(), reason, Optional.of(place)));
    }

    private ObjectNode tree() {
        try {
            return ProtocolJson.read(document, ObjectNode.class);
        } catch (MalformedMessageException e) {
            throw new AssertionError(document, e);
        }
    }

    private static String write(Submission submission) {
        try {
            return ProtocolJson.mapper().writerFor(Submission.class).writeValueAsString(submission);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String newETag() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
