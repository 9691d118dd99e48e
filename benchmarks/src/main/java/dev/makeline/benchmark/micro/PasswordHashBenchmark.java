package dev.makeline.benchmark.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// One Argon2id hash as recipe-server makes it for each log-in, at its shipped cost and at twice
/// that. The time is that of a clock on the wall; [Cpu] counts what it took of a processor.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PasswordHashBenchmark {

    /// KiB.
    public static final int MEMORY = 47_104;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// The hashes of one iteration and the CPU time that they took.
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Cpu {
        public long hashes;
        public long cpuMicros;
    }

    @Param({"1", "2"})
    private int iterations;

    private final byte[] password = "a password of some length".getBytes(UTF_8);
    private final byte[] salt = new byte[16];

    @Benchmark
    public byte[] hash(Cpu cpu) {
        long before = THREADS.getCurrentThreadCpuTime();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(MEMORY)
                        .withIterations(iterations)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[32];
        generator.generateBytes(password, hash);
        cpu.hashes++;
        cpu.cpuMicros += TimeUnit.NANOSECONDS.toMicros(THREADS.getCurrentThreadCpuTime() - before);
        return hash;
    }
}
