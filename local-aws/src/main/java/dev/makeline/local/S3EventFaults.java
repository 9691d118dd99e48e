package dev.makeline.local;

import java.util.List;

/// What goes wrong between an object and its event: drops, repeats, delays and reorders events so
/// that tests see what S3's at-least-once, unordered delivery may do.
///
/// Called by one thread only. The `s3:TestEvent` does not pass through it.
public interface S3EventFaults {

    /// Makes the faults of one running instance, which may hold state.
    @FunctionalInterface
    interface Factory {
        S3EventFaults create();
    }

    /// The events to send now, in this order, because `event` happened: none, it, it twice, or one
    /// that was held back.
    List<S3Event> relay(S3Event event);

    /// Everything that is still held back. Called when no event has come for a moment and before
    /// the instance closes.
    default List<S3Event> release() {
        return List.of();
    }

    static S3EventFaults none() {
        return List::of;
    }
}
