package dev.makeline.benchmark.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.benchmark.workload.Workload;
import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.protocol.ProtocolJson;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A make of 1 to 2 KiB: from the object's bytes to what is submitted.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DocumentReadingBenchmark {

    private final RecipeDocumentReader reader = new RecipeDocumentReader();
    private final byte[] make = new Workload(1, 50).make(1).content().getBytes(UTF_8);

    @Benchmark
    public Reading read() {
        return reader.read(make);
    }

    @Benchmark
    public String readAndWrite() {
        return switch (reader.read(make)) {
            case Reading.Read(var document) -> ProtocolJson.write(document.json());
            case Reading.Unreadable(var reason, _, _) -> throw new IllegalStateException(reason);
        };
    }
}
