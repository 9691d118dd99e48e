package dev.makeline.server.page.today;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.AsksByItself;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.Needs;
import dev.makeline.server.insight.RecentMakes;
import dev.makeline.server.intake.IntakeActions;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.RequestTrace;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/// `/`: what happened lately, exceptions first.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class TodayController {

    private final News news;
    private final Sample sample;
    private final IntakeActions intake;
    private final Pages pages;

    TodayController(News news, Sample sample, IntakeActions intake, Pages pages) {
        this.news = news;
        this.sample = sample;
        this.intake = intake;
        this.pages = pages;
    }

    @Get(uri = "/", produces = MediaType.TEXT_HTML)
    @Needs(Scope.RECIPES_READ)
    HttpResponse<?> today(
            HttpRequest<?> request,
            @QueryValue @Nullable String span,
            @QueryValue @Nullable String before) {
        Caller caller = Caller.of(request);
        Span chosen = Span.of(Optional.ofNullable(span));
        TodayPage page =
                Optional.ofNullable(before)
                        .map(TodayController::position)
                        .map(position -> news.before(position, caller, chosen))
                        .orElseGet(() -> news.of(caller, chosen));
        return pages.page(request, Section.TODAY, "Today", "today/today.jte", page);
    }

    private static RecentMakes.Position position(String text) {
        return RecentMakes.Position.parse(text)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemType.INVALID_REQUEST,
                                "before is not where a make stands; begin at today's makes."));
    }

    /// An open page asks whether there is something new.
    ///
    /// @param seen of what it shows
    @Get(uri = "/today/news", produces = MediaType.TEXT_HTML)
    @AsksByItself
    @Needs(Scope.RECIPES_READ)
    HttpResponse<?> news(
            HttpRequest<?> request, @QueryValue @Nullable String span, @QueryValue String seen) {
        TodayPage page = news.of(Caller.of(request), Span.of(Optional.ofNullable(span)));
        return page.seen().equals(seen)
                ? HttpResponse.noContent().header(HttpHeaders.CACHE_CONTROL, "no-store")
                : pages.part(request, Section.TODAY, "today/news.jte", page);
    }

    @Post("/today/intake/{objectId}/retry")
    @Consumes(MediaType.ALL)
    @Needs(Scope.INTAKE_MANAGE)
    HttpResponse<?> retry(HttpRequest<?> request, String objectId) {
        return switch (intake.retry(request, objectId)) {
            case IntakeActions.Done.Changed _ -> Pages.to("/");
            case IntakeActions.Done.Refused(String state) ->
                    throw new ProblemException(
                            ProblemType.STATE_CONFLICT,
                            "This file is %s by now; there is nothing to retry.".formatted(state));
            case IntakeActions.Done.Unknown() ->
                    throw new ProblemException(
                            ProblemType.OBJECT_NOT_FOUND,
                            "The intake knows no file '%s'.".formatted(objectId));
        };
    }

    @Post("/sample")
    @Consumes(MediaType.ALL)
    @Needs(Scope.RECIPES_WRITE)
    HttpResponse<?> loadSample(HttpRequest<?> request) {
        return Pages.to("/recipes/" + sample.load(RequestTrace.of(request)));
    }
}
