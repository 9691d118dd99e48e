package dev.makeline.benchmark.page;

import dev.makeline.benchmark.api.Person;
import dev.makeline.benchmark.insights.InsightsRun;
import dev.makeline.benchmark.instance.ApiClient;
import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.instance.Program;
import dev.makeline.benchmark.latency.Answered;
import dev.makeline.benchmark.latency.Arrivals;
import dev.makeline.benchmark.latency.OpenLoop;
import dev.makeline.benchmark.latency.Percentiles;
import dev.makeline.protocol.ResourceNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import software.amazon.awssdk.core.sync.RequestBody;

/// Gets the pages of an instance of its own that is full of recipes and makes. Not thread-safe.
public final class PagesRun {

    /// The recipe that half of the makes are of.
    static final long POPULAR = 1;

    /// What an open page pauses between two questions.
    private static final Duration POLL = Duration.ofMillis(600);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Instance instance;
    private final int recipes;
    private final Consumer<String> progress;
    private final Browser browser;

    private PagesRun(Instance instance, int recipes, Consumer<String> progress, Browser browser) {
        this.instance = instance;
        this.recipes = recipes;
        this.progress = progress;
        this.browser = browser;
    }

    /// Starts what it takes, and fills it: half of the makes are of one recipe, the others spread.
    public static PagesRun start(
            Instance instance, int recipes, int makes, Consumer<String> progress)
            throws InterruptedException {
        InsightsRun insights = InsightsRun.start(instance, _ -> {});
        int each = Math.max(1, makes / 2 / Math.max(1, recipes - 1));
        progress.accept("putting %,d makes of %,d recipes".formatted(makes, recipes));
        insights.addRecipe(POPULAR, Math.max(1, makes - each * (recipes - 1)));
        LongStream.rangeClosed(POPULAR + 1, recipes)
                .forEach(recipe -> insights.addRecipe(recipe, each));
        instance.start(Program.WATCHER, Program.SENDER);
        return new PagesRun(
                instance, recipes, progress, new Browser(instance.server(), admin(instance)));
    }

    private static Person admin(Instance instance) {
        ApiClient api = instance.apiClient();
        Person person = Person.register(api, "head-chef");
        String id =
                api.get("/users?limit=1", instance.operatorToken())
                        .path("items")
                        .path(0)
                        .path("userId")
                        .asText();
        api.send(
                "PATCH",
                "/users/" + id,
                Optional.of(instance.operatorToken()),
                Optional.of(Map.of("role", "admin")));
        return person;
    }

    public Map<PageKind, PageWeight> weights() {
        Map<PageKind, PageWeight> weights = new EnumMap<>(PageKind.class);
        PageKind.all().stream()
                .filter(kind -> kind != PageKind.NEWS)
                .forEach(kind -> weights.put(kind, PageWeight.of(browser, kind.path(2))));
        return weights;
    }

    /// What came of one load.
    ///
    /// @param failures of requests that were not answered with a success
    public record Load(Percentiles all, Map<PageKind, Percentiles> byPage, List<String> failures) {}

    /// @param warmUp at the same rate before, which does not count
    public Load load(double perSecond, Duration warmUp, Duration duration, long seed) {
        progress.accept(
                "%.0f pages/s by schedule, %d s that do not count and %d s that do"
                        .formatted(perSecond, warmUp.toSeconds(), duration.toSeconds()));
        ask(perSecond, warmUp, seed + 1);
        List<Answered<PageKind>> answers = ask(perSecond, duration, seed);
        Map<PageKind, Percentiles> byPage = new EnumMap<>(PageKind.class);
        for (PageKind kind : PageKind.all()) {
            byPage.put(kind, of(answers.stream().filter(one -> one.kind() == kind).toList()));
        }
        return new Load(
                of(answers),
                byPage,
                answers.stream().map(Answered::failure).flatMap(Optional::stream).toList());
    }

    private List<Answered<PageKind>> ask(double perSecond, Duration duration, long seed) {
        return OpenLoop.run(
                Arrivals.of(PageKind.all(), perSecond, duration, seed),
                kind -> {
                    browser.get(kind.path(anyRecipe()));
                    return () -> {};
                });
    }

    private long anyRecipe() {
        return ThreadLocalRandom.current().nextLong(POPULAR + 1, recipes + 1L);
    }

    private static Percentiles of(List<Answered<PageKind>> answers) {
        return Percentiles.of(
                answers.stream()
                        .filter(answer -> answer.failure().isEmpty())
                        .map(Answered::latency)
                        .toList());
    }

    /// Puts one make after the other into the intake, and asks as an open page does until the
    /// answer names it.
    ///
    /// @return times from the end of each put
    public Percentiles news(int makes) {
        progress.accept("%d makes, waited for by an open page".formatted(makes));
        List<Duration> times = new ArrayList<>();
        for (int number = 0; number < makes; number++) {
            times.add(news("Chef number " + number));
        }
        return Percentiles.of(times);
    }

    private Duration news(String madeBy) {
        // The page was opened at another moment each time.
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(POLL.toNanos()));
        instance.aws()
                .s3()
                .putObject(
                        put ->
                                put.bucket(ResourceNames.INTAKE_BUCKET)
                                        .key("makes/%s.json".formatted(madeBy.replace(' ', '-'))),
                        RequestBody.fromString(InsightsRun.make(POPULAR + 1, madeBy)));
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            LockSupport.parkNanos(POLL.toNanos());
            if (browser.get("/today/news?span=day&seen=nothing").text().contains(madeBy)) {
                return Duration.ofNanos(System.nanoTime() - began);
            }
        }
        throw new InstanceFailedException(
                "The make of %s was not shown within %d s".formatted(madeBy, PATIENCE.toSeconds()));
    }
}
