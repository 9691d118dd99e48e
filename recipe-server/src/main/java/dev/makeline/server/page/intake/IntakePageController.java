package dev.makeline.server.page.intake;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.Needs;
import dev.makeline.server.intake.IntakeActions;
import dev.makeline.server.intake.IntakeOverview;
import dev.makeline.server.page.layout.Form;
import dev.makeline.server.page.layout.LocalPath;
import dev.makeline.server.page.layout.Notice;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.Page;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import java.util.Set;

/// `/intake`: what became of every object, and what a person does about it.
@Controller("/intake")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class IntakePageController {

    private final IntakeOverview overview;
    private final IntakeActions actions;
    private final Pages pages;

    IntakePageController(IntakeOverview overview, IntakeActions actions, Pages pages) {
        this.overview = overview;
        this.actions = actions;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    @Needs(Scope.RECIPES_READ)
    HttpResponse<?> list(
            HttpRequest<?> request,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String cursor) {
        Optional<String> shown = Optional.ofNullable(state).filter(text -> !text.isEmpty());
        Set<Scope> scopes = Caller.of(request).scopes();
        IntakePage page =
                IntakePage.of(
                        shown.orElse(""),
                        overview.list(shown, Page.USUAL, Optional.ofNullable(cursor)),
                        overview.summary(),
                        scopes.contains(Scope.INTAKE_MANAGE),
                        scopes.containsAll(Set.of(Scope.FILES_WRITE, Scope.RECIPES_WRITE)));
        return pages.page(request, Section.INTAKE, "Intake", "intake/intake.jte", page);
    }

    @Post("/{objectId}/retry")
    @Consumes(MediaType.ALL)
    @Needs(Scope.INTAKE_MANAGE)
    HttpResponse<?> retry(HttpRequest<?> request, String objectId, @Body byte[] body) {
        check(actions.retry(request, objectId), "retried");
        return Pages.to(Notice.RETRIED.on(back(body)));
    }

    @Post("/{objectId}/dismissal")
    @Consumes(MediaType.ALL)
    @Needs(Scope.INTAKE_MANAGE)
    HttpResponse<?> dismiss(HttpRequest<?> request, String objectId, @Body byte[] body) {
        check(actions.dismiss(request, objectId), "dismissed");
        return Pages.to(Notice.DISMISSED.on(back(body)));
    }

    /// The list that the person was at.
    private static String back(byte[] body) {
        return Form.of(body)
                .field("state")
                .filter(state -> !state.isEmpty())
                .map(state -> LocalPath.of(Optional.of("/intake?state=" + state)).value())
                .orElse("/intake");
    }

    private static void check(IntakeActions.Done done, String attempted) {
        switch (done) {
            case IntakeActions.Done.Changed _ -> {}
            case IntakeActions.Done.Refused(var state) ->
                    throw new ProblemException(
                            ProblemType.STATE_CONFLICT,
                            "This object is %s and cannot be %s.".formatted(state, attempted));
            case IntakeActions.Done.Unknown() ->
                    throw new ProblemException(
                            ProblemType.OBJECT_NOT_FOUND, "The ledger knows no such object.");
        }
    }
}
