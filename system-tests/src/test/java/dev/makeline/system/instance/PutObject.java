package dev.makeline.system.instance;

import dev.makeline.protocol.ObjectVersion;

/// One entry of the recorded history: what a test put into the bucket.
public record PutObject(ObjectVersion version, int bytes) {

    public String objectId() {
        return version.objectId();
    }

    public String key() {
        return version.key();
    }
}
