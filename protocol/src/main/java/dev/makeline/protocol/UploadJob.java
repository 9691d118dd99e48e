package dev.makeline.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// The message that names one object to be submitted; it never carries the object's content.
///
/// A new version only ever adds fields that may be left out; whatever else changes needs a queue of
/// its own. Readers accept every `schemaVersion` from 1 on and ignore fields they do not know, so
/// that version N and N+1 may run at once. What was read is a job of this version: written again,
/// it does not claim fields that were dropped.
///
/// @param schemaVersion at most [#SCHEMA_VERSION]
/// @param size bytes
/// @param sequencer S3's own order of events of one key; absent when the object was found by
///   listing
/// @param foundAt UTC, when the watcher saw the object
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonIgnoreProperties(ignoreUnknown = true)
public record UploadJob(
        int schemaVersion,
        String bucket,
        String key,
        Optional<String> versionId,
        String eTag,
        long size,
        Optional<String> sequencer,
        Instant foundAt,
        Traceparent traceparent) {

    public static final int SCHEMA_VERSION = 1;

    public UploadJob {
        if (schemaVersion < 1) {
            throw new IllegalArgumentException(
                    "An upload job's schemaVersion starts at 1, not " + schemaVersion);
        }
        schemaVersion = Math.min(schemaVersion, SCHEMA_VERSION);
        Objects.requireNonNull(versionId, "versionId");
        Objects.requireNonNull(sequencer, "sequencer");
        Objects.requireNonNull(foundAt, "foundAt");
        Objects.requireNonNull(traceparent, "traceparent");
        ObjectVersion version = new ObjectVersion(bucket, key, versionId, eTag);
        versionId = version.versionId();
        eTag = version.eTag();
        if (size < 0) {
            throw new IllegalArgumentException("An object's size cannot be negative: " + size);
        }
    }

    public static UploadJob of(
            ObjectVersion object,
            long size,
            Optional<String> sequencer,
            Instant foundAt,
            Traceparent traceparent) {
        return new UploadJob(
                SCHEMA_VERSION,
                object.bucket(),
                object.key(),
                object.versionId(),
                object.eTag(),
                size,
                sequencer,
                foundAt,
                traceparent);
    }

    @JsonIgnore
    public ObjectVersion object() {
        return new ObjectVersion(bucket, key, versionId, eTag);
    }
}
