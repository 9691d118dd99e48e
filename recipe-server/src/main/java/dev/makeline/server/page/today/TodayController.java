package dev.makeline.server.page.today;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/// `/`: what happened lately, exceptions first.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class TodayController {

    private final Pages pages;

    TodayController(Pages pages) {
        this.pages = pages;
    }

    @Get(uri = "/", produces = MediaType.TEXT_HTML)
    @Needs(Scope.RECIPES_READ)
    HttpResponse<?> today(HttpRequest<?> request) {
        return pages.page(request, Section.TODAY, "Today", "today/today.jte", new TodayPage());
    }
}
