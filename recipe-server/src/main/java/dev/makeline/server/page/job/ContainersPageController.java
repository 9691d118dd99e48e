package dev.makeline.server.page.job;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.Needs;
import dev.makeline.server.job.Containers;
import dev.makeline.server.page.layout.Form;
import dev.makeline.server.page.layout.Notice;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/// `/containers`: the container images that jobs may run. Administrators say which they are.
@Controller("/containers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class ContainersPageController {

    private final Containers containers;
    private final Pages pages;

    ContainersPageController(Containers containers, Pages pages) {
        this.containers = containers;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    @Needs(Scope.JOBS_RUN)
    HttpResponse<?> list(HttpRequest<?> request) {
        return show(request, HttpStatus.OK, ContainersPage.Written.NOTHING, Optional.empty());
    }

    @Post
    @Consumes(MediaType.ALL)
    @Needs(Scope.ADMIN)
    HttpResponse<?> register(HttpRequest<?> request, @Body byte[] body) {
        ContainersPage.Written written = ContainersPage.Written.of(Form.of(body));
        try {
            containers.register(
                    request,
                    written.name(),
                    written.image(),
                    written.arguments(),
                    written.summary(),
                    Optional.of(written.extension()).filter(text -> !text.isEmpty()));
            return Pages.to(Notice.SAVED.on("/containers"));
        } catch (ProblemException e) {
            return show(
                    request,
                    HttpStatus.valueOf(e.problem().status()),
                    written,
                    Optional.of(e.problem().detail()));
        }
    }

    @Post("/{name}/removal")
    @Consumes(MediaType.ALL)
    @Needs(Scope.ADMIN)
    HttpResponse<?> remove(HttpRequest<?> request, String name) {
        containers.remove(request, name);
        return Pages.to(Notice.RETIRED.on("/containers"));
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            HttpStatus status,
            ContainersPage.Written written,
            Optional<String> objection) {
        ContainersPage page =
                new ContainersPage(
                        containers.all(),
                        Caller.of(request).scopes().contains(Scope.ADMIN),
                        written,
                        objection);
        return pages.page(request, status, Section.JOBS, "Containers", "job/containers.jte", page);
    }
}
