package dev.makeline.server.page.search;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/// `/search`: recipes by their names.
@Controller("/search")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class SearchController {

    /// Characters; longer than any name.
    private static final int LONGEST = 300;

    private final NameSearch search;
    private final Pages pages;

    SearchController(NameSearch search, Pages pages) {
        this.search = search;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    @Needs(Scope.RECIPES_READ)
    HttpResponse<?> page(
            HttpRequest<?> request,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable Long after) {
        String query = Optional.ofNullable(q).orElse("");
        SearchPage page =
                search.find(
                        query.substring(0, Math.min(query.length(), LONGEST)),
                        Optional.ofNullable(after));
        return pages.page(request, Section.SEARCH, "Search", "search/search.jte", page);
    }
}
