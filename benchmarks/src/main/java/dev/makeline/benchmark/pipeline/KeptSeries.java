package dev.makeline.benchmark.pipeline;

import java.util.ArrayList;
import java.util.List;

/// How many makes were kept by when. Not thread-safe.
final class KeptSeries {

    private final List<Sample> samples = new ArrayList<>();

    /// @param nanos of [System#nanoTime()]
    private record Sample(long nanos, double kept) {}

    void add(long nanos, double kept) {
        if (samples.isEmpty() || kept > samples.getLast().kept()) {
            samples.add(new Sample(nanos, kept));
        }
    }

    double kept() {
        return samples.isEmpty() ? 0 : samples.getLast().kept() - samples.getFirst().kept();
    }

    /// Makes a second between two shares of all that were kept, 0 to 1; between two samples the
    /// time is interpolated.
    double rate(double fromShare, double toShare) {
        double seconds = (nanosAt(toShare) - nanosAt(fromShare)) / 1e9;
        return seconds <= 0 ? 0 : kept() * (toShare - fromShare) / seconds;
    }

    double seconds() {
        return samples.isEmpty()
                ? 0
                : (samples.getLast().nanos() - samples.getFirst().nanos()) / 1e9;
    }

    private double nanosAt(double share) {
        if (samples.isEmpty()) {
            return 0;
        }
        double wanted = samples.getFirst().kept() + kept() * share;
        Sample before = samples.getFirst();
        for (Sample sample : samples) {
            if (sample.kept() >= wanted) {
                double step = sample.kept() - before.kept();
                double part = step == 0 ? 0 : (wanted - before.kept()) / step;
                return before.nanos() + part * (sample.nanos() - before.nanos());
            }
            before = sample;
        }
        return samples.getLast().nanos();
    }
}
