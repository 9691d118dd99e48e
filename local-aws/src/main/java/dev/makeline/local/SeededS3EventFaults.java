package dev.makeline.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Drops a share of the events, sends each of the others twice, sends them in another order: the
/// same for the same seed and the same events.
public final class SeededS3EventFaults implements S3EventFaults {

    /// Events that are mixed with one another: enough that events of one key overtake each other in
    /// a burst.
    private static final int SHUFFLED_TOGETHER = 32;

    private final double droppedShare;
    private final boolean doubled;
    private final boolean shuffled;
    private final Random random;
    private final List<S3Event> heldBack = new ArrayList<>();

    /// @param droppedShare 0 drops none, 1 drops all
    public SeededS3EventFaults(double droppedShare, boolean doubled, boolean shuffled, long seed) {
        if (!(droppedShare >= 0 && droppedShare <= 1)) {
            throw new IllegalArgumentException(
                    "The share of dropped events is 0 to 1, not " + droppedShare);
        }
        this.droppedShare = droppedShare;
        this.doubled = doubled;
        this.shuffled = shuffled;
        this.random = new Random(seed);
    }

    @Override
    public List<S3Event> relay(S3Event event) {
        if (random.nextDouble() < droppedShare) {
            return List.of();
        }
        List<S3Event> copies = doubled ? List.of(event, event) : List.of(event);
        if (!shuffled) {
            return copies;
        }
        heldBack.addAll(copies);
        return heldBack.size() < SHUFFLED_TOGETHER ? List.of() : release();
    }

    @Override
    public List<S3Event> release() {
        Collections.shuffle(heldBack, random);
        List<S3Event> released = List.copyOf(heldBack);
        heldBack.clear();
        return released;
    }
}
