package dev.makeline.server.page.today;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobFilter;
import dev.makeline.protocol.job.JobPhase;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.server.access.Caller;
import dev.makeline.server.administration.ServiceHealth;
import dev.makeline.server.administration.ServiceItem;
import dev.makeline.server.administration.ServiceState;
import dev.makeline.server.insight.RecentMake;
import dev.makeline.server.insight.RecentMakes;
import dev.makeline.server.intake.IntakeList;
import dev.makeline.server.memory.SharedLoads;
import dev.makeline.server.page.today.TodayPage.FileCard;
import dev.makeline.server.page.today.TodayPage.JobCard;
import dev.makeline.server.recipe.RecipeStore;
import dev.makeline.server.request.Sha256;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gathers what happened lately. What is the same for everybody is read once for all who look
/// within a quarter of a second, however many pages are open. Thread-safe; blocking.
@Singleton
final class News {

    private static final int MAKES = 100;

    /// What nobody signed off in so long is looked for on the page of its recipe.
    private static final Duration OPEN_FOR = Duration.ofDays(90);

    private static final int FILES = 20;
    private static final int JOBS = 20;
    private static final int SPANS = Span.values().length;
    private static final int SEEN_DIGITS = 16;

    /// An open page asks every 0.6 s and shows a make within a second.
    private static final Duration FRESH_FOR = Duration.ofMillis(250);

    private static final List<JobPhase> UNDER_WAY =
            List.of(JobPhase.QUEUED, JobPhase.STARTING, JobPhase.RUNNING);

    private final RecentMakes recent;
    private final IntakeList intake;
    private final RecipeStore recipes;
    private final JobStore jobs;
    private final ServiceHealth services;
    private final ExecutorService executor;
    private final SharedLoads<Span, Lately> lately;

    News(
            RecentMakes recent,
            IntakeList intake,
            RecipeStore recipes,
            JobStore jobs,
            ServiceHealth services,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.recent = recent;
        this.intake = intake;
        this.recipes = recipes;
        this.jobs = jobs;
        this.services = services;
        this.executor = executor;
        this.lately = new SharedLoads<>(this::load, _ -> FRESH_FOR, _ -> 1, SPANS, executor);
    }

    /// What is before a make, as it is now: no page of it stays open to be told of more.
    TodayPage before(RecentMakes.Position position, Caller caller, Span span) {
        Lately earlier =
                lately(
                        recent.before(position, span.time(), MAKES + 1),
                        List.of(),
                        List.of(),
                        List.of(),
                        false);
        return page(caller, span, earlier, List.of(), true);
    }

    TodayPage of(Caller caller, Span span) {
        var own = asked(() -> jobs(caller));
        return page(caller, span, lately.get(span).join(), own.join(), false);
    }

    private List<JobCard> jobs(Caller caller) {
        return caller.scopes().contains(Scope.JOBS_RUN)
                ? jobs
                        .ofOwner(
                                caller.owner().value(),
                                JobFilter.of(UNDER_WAY),
                                Optional.empty(),
                                JOBS)
                        .jobs()
                        .stream()
                        .map(News::card)
                        .toList()
                : List.of();
    }

    private static TodayPage page(
            Caller caller, Span span, Lately shared, List<JobCard> own, boolean isEarlier) {
        List<FileCard> files = shared.files().stream().map(News::card).toList();
        return new TodayPage(
                span,
                shared.exceptions(),
                shared.hasMoreExceptions(),
                shared.fine(),
                shared.earlier(),
                isEarlier,
                files,
                shared.troubles(),
                own,
                caller.scopes().contains(Scope.INTAKE_MANAGE),
                shared.isNew(),
                fingerprint(
                        List.of(
                                span,
                                shared.exceptions(),
                                shared.hasMoreExceptions(),
                                shared.fine(),
                                shared.earlier(),
                                files,
                                shared.troubles(),
                                own,
                                shared.isNew())));
    }

    private static String fingerprint(List<Object> shown) {
        return Sha256.hex(shown.toString().getBytes(UTF_8)).substring(0, SEEN_DIGITS);
    }

    private Lately load(Span span) {
        var found = asked(() -> recent.last(span.time(), MAKES + 1));
        var open = asked(() -> recent.open(OPEN_FOR, MAKES + 1));
        var files =
                asked(() -> intake.newest(List.of("rejected", "waiting"), Optional.empty(), FILES));
        var troubles = asked(this::troubles);
        boolean isNew =
                found.join().isEmpty() && recipes.list(Optional.empty(), 1).items().isEmpty();
        return lately(found.join(), open.join(), files.join(), troubles.join(), isNew);
    }

    /// Of services that died, or lack what they need; without a time, which would change all along.
    private List<String> troubles() {
        return services.now().stream().flatMap(service -> trouble(service).stream()).toList();
    }

    private static Optional<String> trouble(ServiceItem service) {
        if (service.state().equals(ServiceState.SILENT.label())) {
            return Optional.of(service.name() + " was not heard of lately.");
        }
        return service.detail()
                .filter(_ -> service.state().equals(ServiceState.DEGRADED.label()))
                .map(detail -> "%s: %s".formatted(service.name(), detail));
    }

    private <T> CompletableFuture<T> asked(Supplier<T> read) {
        return CompletableFuture.supplyAsync(read, executor);
    }

    /// @param open also those that are older than the makes found. Its index may follow later than
    ///   that of all makes, or the other way round; either knows of a sign-off first.
    private static Lately lately(
            List<RecentMake> found,
            List<RecentMake> open,
            List<IntakeEntry> files,
            List<String> troubles,
            boolean isNew) {
        List<MakeCard> makes = found.stream().limit(MAKES).map(MakeCard::of).toList();
        Set<String> signedOff =
                makes.stream()
                        .filter(MakeCard::isSignedOff)
                        .map(MakeCard::path)
                        .collect(Collectors.toSet());
        Map<String, MakeCard> exceptions = new LinkedHashMap<>();
        Stream.concat(open.stream().limit(MAKES).map(MakeCard::of), makes.stream())
                .filter(MakeCard::isException)
                .filter(make -> !signedOff.contains(make.path()))
                .forEach(make -> exceptions.putIfAbsent(make.path(), make));
        return new Lately(
                exceptions.values().stream().sorted(MakeCard.WEIGHTIEST_FIRST).toList(),
                open.size() > MAKES,
                makes.stream().filter(make -> !make.isException()).toList(),
                found.size() > MAKES
                        ? Optional.of(RecentMakes.Position.of(found.get(MAKES - 1)).text())
                        : Optional.empty(),
                files,
                troubles,
                isNew);
    }

    private static FileCard card(IntakeEntry entry) {
        return switch (entry.state()) {
            case IntakeState.Rejected(var reason, var place) ->
                    card(
                            entry,
                            true,
                            place.map(where -> "%s At %s.".formatted(reason, where)).orElse(reason),
                            Optional.empty());
            case IntakeState.Waiting(long recipeId) ->
                    card(
                            entry,
                            false,
                            "It waits for recipe %d, which is not here yet.".formatted(recipeId),
                            Optional.of(recipeId));
            case IntakeState.Queued _, IntakeState.Submitted _, IntakeState.Dismissed _ ->
                    card(entry, false, "It is on its way.", Optional.empty());
        };
    }

    private static FileCard card(
            IntakeEntry entry, boolean rejected, String reason, Optional<Long> recipeId) {
        return new FileCard(
                entry.objectId(), entry.job().key(), rejected, reason, recipeId, entry.changedAt());
    }

    private static JobCard card(Job job) {
        return new JobCard(
                job.id().value(),
                job.order().kind(),
                job.state().phase().label(),
                job.state() instanceof JobState.Running running ? running.progress() : 0,
                job.createdAt());
    }
}
