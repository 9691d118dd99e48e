package dev.makeline.benchmark.micro;

import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.Traceparent;
import dev.makeline.protocol.UploadJob;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// An upload job to and from its message, and the id of the object it names.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class UploadJobBenchmark {

    private final UploadJob job =
            UploadJob.of(
                    new ObjectVersion(
                            "makeline-intake",
                            "makes/2026-11-01/plum-cake-0042.json",
                            Optional.empty(),
                            "9a0364b9e99bb480dd25e1f0284c8555"),
                    1_600,
                    Optional.of("0055AED6DCD90281E5"),
                    Instant.parse("2026-11-01T08:00:00.123Z"),
                    new Traceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

    private final String message = ProtocolJson.write(job);

    @Benchmark
    public String write() {
        return ProtocolJson.write(job);
    }

    @Benchmark
    public UploadJob read() throws MalformedMessageException {
        return ProtocolJson.read(message, UploadJob.class);
    }

    @Benchmark
    public String objectId() {
        return job.object().objectId();
    }
}
