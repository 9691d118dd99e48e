package dev.makeline.server.page.admin;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.Needs;
import dev.makeline.server.account.People;
import dev.makeline.server.administration.AuditFilters;
import dev.makeline.server.administration.AuditSearch;
import dev.makeline.server.page.layout.Form;
import dev.makeline.server.page.layout.Notice;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.request.JsonFields;
import dev.makeline.server.request.Page;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// `/admin`: an administrator's day.
@Controller("/admin")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class AdminController {

    private final People people;
    private final AuditSearch audit;
    private final Health health;
    private final Pages pages;

    AdminController(People people, AuditSearch audit, Health health, Pages pages) {
        this.people = people;
        this.audit = audit;
        this.health = health;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    @Needs(Scope.ADMIN)
    HttpResponse<?> people(HttpRequest<?> request, @QueryValue @Nullable String cursor) {
        return show(request, HttpStatus.OK, Optional.ofNullable(cursor), Optional.empty());
    }

    /// The role, the state or both, whichever the form holds.
    @Post("/people/{userId}")
    @Consumes(MediaType.ALL)
    @Needs(Scope.ADMIN)
    HttpResponse<?> change(HttpRequest<?> request, String userId, @Body byte[] body) {
        Form form = Form.of(body);
        Map<String, String> fields = new HashMap<>();
        form.field("role").ifPresent(role -> fields.put("role", role));
        form.field("state").ifPresent(state -> fields.put("state", state));
        try {
            people.change(request, userId, JsonFields.of(fields));
            return Pages.to(Notice.CHANGED.on("/admin"));
        } catch (ProblemException e) {
            return show(
                    request,
                    HttpStatus.valueOf(e.problem().status()),
                    Optional.empty(),
                    Optional.of(e.problem().detail()));
        }
    }

    @Get(uri = "/audit", produces = MediaType.TEXT_HTML)
    @Needs(Scope.ADMIN)
    HttpResponse<?> audit(
            HttpRequest<?> request,
            @QueryValue @Nullable String action,
            @QueryValue @Nullable String actor,
            @QueryValue @Nullable String target,
            @QueryValue @Nullable String cursor) {
        AuditFilters filters =
                new AuditFilters(
                        written(action),
                        written(actor),
                        written(target),
                        Optional.empty(),
                        Optional.empty());
        AuditLogPage page =
                AuditLogPage.of(
                        filters.action().orElse(""),
                        filters.actor().orElse(""),
                        filters.target().orElse(""),
                        audit.find(filters, Page.USUAL, Optional.ofNullable(cursor)));
        return pages.page(request, Section.ADMIN, "Audit log", "admin/audit.jte", page);
    }

    @Get(uri = "/health", produces = MediaType.TEXT_HTML)
    @Needs(Scope.ADMIN)
    HttpResponse<?> health(HttpRequest<?> request) {
        return pages.page(request, Section.ADMIN, "Health", "admin/health.jte", health.now());
    }

    /// A field of a form that was left empty is as none.
    private static Optional<String> written(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            HttpStatus status,
            Optional<String> cursor,
            Optional<String> objection) {
        PeoplePage page =
                PeoplePage.of(
                        people.list(Page.USUAL, cursor),
                        Caller.of(request).owner().value(),
                        objection);
        return pages.page(request, status, Section.ADMIN, "People", "admin/people.jte", page);
    }
}
