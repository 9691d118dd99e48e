package dev.makeline.benchmark;

import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.latency.Percentiles;
import dev.makeline.benchmark.page.PageKind;
import dev.makeline.benchmark.page.PageWeight;
import dev.makeline.benchmark.page.PagesRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Gets the pages of an instance of its own, full of recipes and makes.
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures how soon pages come, how heavy they are and when they show a make.")
final class PagesBenchmark implements Callable<Integer> {

    private static final int EXIT_COULD_NOT_RUN = 2;
    private static final Duration P99 = Duration.ofMillis(100);
    private static final Duration NEWS = Duration.ofSeconds(1);
    private static final double KIB = 1_024;
    private static final double MOST_KIB = 150;

    @Option(
            names = "--recipes",
            defaultValue = "1000",
            description = "2 or more (default ${DEFAULT-VALUE})")
    private int recipes;

    @Option(
            names = "--makes",
            defaultValue = "100000",
            description = "half of them of one recipe (default ${DEFAULT-VALUE})")
    private int makes;

    @Option(
            names = "--rate",
            defaultValue = "20",
            description = "pages a second (default ${DEFAULT-VALUE})")
    private double rate;

    @Option(
            names = "--seconds",
            defaultValue = "120",
            description = "how long they are asked for (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--warm-up-seconds",
            defaultValue = "60",
            description = "at the same rate before anything counts (default ${DEFAULT-VALUE})")
    private int warmUpSeconds;

    @Option(
            names = "--news",
            defaultValue = "30",
            description = "makes that an open page waits for (default ${DEFAULT-VALUE})")
    private int news;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "another number gives another order (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--home", hidden = true, defaultValue = "${sys:makeline.home:-.}")
    private Path home = Path.of(".");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    private final Progress progress = new Progress();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (recipes < 2 || makes < recipes || !(rate > 0) || seconds < 1 || news < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--recipes is 2 or more, --makes no fewer, --rate more than 0, --seconds and --news 1 or more.");
        }
        Path folder = Files.createTempDirectory("makeline-bench-");
        progress.accept("logs in " + folder);
        try (Instance instance = new Instance(home, folder, false)) {
            PagesRun run = PagesRun.start(instance, recipes, makes, progress);
            List<Measure> measures = new ArrayList<>();
            PagesRun.Load load =
                    run.load(
                            rate,
                            Duration.ofSeconds(warmUpSeconds),
                            Duration.ofSeconds(seconds),
                            seed);
            measures.add(held("p99, all pages, %.0f a second".formatted(rate), load.all()));
            load.byPage()
                    .forEach((page, times) -> measures.add(held("p99, " + page.label(), times)));
            measures.add(failures(load.failures()));
            run.weights().forEach((page, weight) -> measures.add(weight(page, weight)));
            measures.add(news(run.news(news)));
            System.out.printf("%s%n%n%s", Machine.thisOne().sentence(), ReportTable.of(measures));
            return ExitCode.OK;
        } catch (InstanceFailedException e) {
            progress.accept(String.valueOf(e.getMessage()));
            return EXIT_COULD_NOT_RUN;
        }
    }

    private static Measure held(String name, Percentiles times) {
        return new Measure(
                name,
                millis(times.p99()),
                "< %d ms".formatted(P99.toMillis()),
                times.p99().compareTo(P99) < 0,
                "p50 %s, max %s, %d of them"
                        .formatted(millis(times.p50()), millis(times.max()), times.count()));
    }

    private static Measure failures(List<String> failures) {
        return new Measure(
                "pages that failed",
                Integer.toString(failures.size()),
                "0",
                failures.isEmpty(),
                failures.stream().findFirst().orElse(""));
    }

    private static Measure weight(PageKind page, PageWeight weight) {
        return new Measure(
                "first view, " + page.label(),
                "%.1f KiB".formatted(weight.total() / KIB),
                "< %.0f KiB".formatted(MOST_KIB),
                weight.total() / KIB < MOST_KIB,
                "%.1f KiB of them styles, scripts and pictures, compressed"
                        .formatted(weight.assets() / KIB));
    }

    private static Measure news(Percentiles times) {
        return new Measure(
                "p99, a file put until an open page shows its make",
                millis(times.p99()),
                "< %d ms".formatted(NEWS.toMillis()),
                times.p99().compareTo(NEWS) < 0,
                "p50 %s, max %s, %d of them"
                        .formatted(millis(times.p50()), millis(times.max()), times.count()));
    }

    private static String millis(Duration duration) {
        return "%.1f ms".formatted(duration.toNanos() / 1e6);
    }
}
