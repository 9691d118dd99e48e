package dev.makeline.processor.kind.importing;

/// The intake bucket, as far as a job writes there. Thread-safe.
public interface IntakeObjects {

    enum Put {
        NEW,
        /// With the very same bytes, from an attempt before.
        THERE_BEFORE,
        /// With other bytes, which stay.
        OTHER_THERE
    }

    /// Puts an object where none is. Idempotent by key and content.
    Put put(String key, byte[] json);
}
