package dev.makeline.benchmark.api;

import dev.makeline.benchmark.instance.ApiClient;
import dev.makeline.benchmark.instance.CpuTime;
import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.Program;
import dev.makeline.benchmark.latency.Answered;
import dev.makeline.benchmark.latency.Arrivals;
import dev.makeline.benchmark.latency.OpenLoop;
import dev.makeline.benchmark.latency.Percentiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Measures log ins and then the mix of requests at an instance that runs. Not thread-safe.
public final class ApiRun {

    private static final int LOG_INS_BEFORE = 10;

    private final Instance instance;
    private final ApiClient api;
    private final Consumer<String> progress;

    public ApiRun(Instance instance, Consumer<String> progress) {
        this.instance = instance;
        this.api = instance.apiClient();
        this.progress = progress;
    }

    /// One after the other, while nobody else asks for anything.
    public LogInCost logIns(int count) {
        progress.accept("%d log ins".formatted(count));
        Person person = Person.register(api, "visitor");
        IntStream.range(0, LOG_INS_BEFORE).forEach(_ -> person.logIn(api));
        CpuTime before = instance.cpuTime();
        List<Duration> latencies = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            long began = System.nanoTime();
            person.logIn(api);
            latencies.add(Duration.ofNanos(System.nanoTime() - began));
        }
        double seconds =
                instance.cpuTime()
                        .secondsSince(before)
                        .getOrDefault(Program.RECIPE_SERVER.module(), 0.0);
        return new LogInCost(seconds * 1000 / count, Percentiles.of(latencies));
    }

    /// @param warmUp at the same rate before, which does not count
    public ApiLoad load(double perSecond, Duration warmUp, Duration duration, long seed) {
        progress.accept("registering people and uploading their files");
        ApiMix mix = new ApiMix(api, instance.operatorToken(), ApiPeople.register(api));
        mix.getAhead();
        progress.accept(
                "%.0f requests/s by schedule, %d s that do not count"
                        .formatted(perSecond, warmUp.toSeconds()));
        ask(mix, perSecond, warmUp, seed + 1);
        mix.takeForms();
        progress.accept("and %d s that do".formatted(duration.toSeconds()));
        CpuTime before = instance.cpuTime();
        List<Answered<ApiRoute>> answers = ask(mix, perSecond, duration, seed);
        return ApiLoad.of(
                perSecond, answers, mix.takeForms(), instance.cpuTime().secondsSince(before));
    }

    private static List<Answered<ApiRoute>> ask(
            ApiMix mix, double perSecond, Duration duration, long seed) {
        return OpenLoop.run(Arrivals.of(ApiRoute.round(), perSecond, duration, seed), mix::request);
    }
}
