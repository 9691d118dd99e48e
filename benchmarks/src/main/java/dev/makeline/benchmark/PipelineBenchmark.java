package dev.makeline.benchmark;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.makeline.benchmark.floor.Floor;
import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.instance.Program;
import dev.makeline.benchmark.pipeline.Audit;
import dev.makeline.benchmark.pipeline.Drain;
import dev.makeline.benchmark.pipeline.Latency;
import dev.makeline.benchmark.pipeline.PipelineRun;
import dev.makeline.benchmark.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// Runs files through a whole instance of its own and prints what was reached beside the targets
/// and the floor.
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures the pipeline, on ports of its own, beside what the stand-ins allow.")
final class PipelineBenchmark implements Callable<Integer> {

    /// Missed targets are reported, not failed: machines differ.
    private static final int EXIT_LOST_OR_DOUBLED = 1;

    private static final int EXIT_COULD_NOT_RUN = 2;

    /// Makes in each round of the floor; it needs no more to settle.
    private static final int FLOOR_MAKES = 5_000;

    private static final double LOAD = 0.7;

    @Option(
            names = "--makes",
            defaultValue = "20000",
            description = "files in the drain (default ${DEFAULT-VALUE})")
    private int makes;

    @Option(
            names = "--recipes",
            defaultValue = "50",
            description = "originals that they are made from (default ${DEFAULT-VALUE})")
    private int recipes;

    @Option(
            names = "--warm-up",
            defaultValue = "2000",
            description = "makes before anything is measured (default ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--load-seconds",
            defaultValue = "25",
            description = "how long makes come at 70 %% of the capacity (default ${DEFAULT-VALUE})")
    private int loadSeconds;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "another number gives other files (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", description = "print JSON instead of the table")
    private boolean json;

    @Option(names = "--profile", description = "record each service, and print where its time went")
    private boolean profile;

    @Option(names = "--home", hidden = true, defaultValue = "${sys:makeline.home:-.}")
    private Path home = Path.of(".");

    private final Progress progress = new Progress();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("makeline-bench-");
        Machine machine = Machine.thisOne();
        progress.accept(machine.sentence());
        progress.accept("logs in " + folder);
        try (Instance instance = new Instance(home, folder, profile)) {
            Report report = run(machine, instance);
            if (profile) {
                System.err.println(Profiles.of(instance));
            }
            System.out.println(json ? json(report) : table(report));
            return report.audit().isClean() ? ExitCode.OK : EXIT_LOST_OR_DOUBLED;
        } catch (InstanceFailedException | CompletionException e) {
            progress.accept(String.valueOf(e.getMessage()));
            return EXIT_COULD_NOT_RUN;
        }
    }

    private Report run(Machine machine, Instance instance) throws InterruptedException {
        Workload workload = new Workload(seed, recipes);
        PipelineRun pipeline = new PipelineRun(instance, workload, progress);
        pipeline.start();
        pipeline.warmUp(warmUp);
        Drain drain = pipeline.drain(makes);
        progress.accept(
                "%.0f makes/s, %.0f while files are put"
                        .formatted(drain.makesPerSecond(), drain.makesPerSecondWhilePut()));
        Latency latency =
                pipeline.latency(
                        LOAD * drain.makesPerSecondWhilePut(), Duration.ofSeconds(loadSeconds));
        Audit audit = pipeline.audit();
        instance.stop(Program.WATCHER, Program.SENDER, Program.RECIPE_SERVER);
        progress.accept("measuring the floor against the same stand-ins");
        Floor.Result floor =
                new Floor(workload, Math.min(makes, FLOOR_MAKES)).measure(instance.aws(), progress);
        return new Report(machine, floor, drain, latency, audit);
    }

    private String table(Report report) {
        return "%s\n\n%s".formatted(report.machine().sentence(), ReportTable.of(report.measures()));
    }

    private static String json(Report report) {
        try {
            return JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .visibility(
                            com.fasterxml.jackson.annotation.PropertyAccessor.FIELD,
                            JsonAutoDetect.Visibility.ANY)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of numbers and texts can be written", e);
        }
    }
}
