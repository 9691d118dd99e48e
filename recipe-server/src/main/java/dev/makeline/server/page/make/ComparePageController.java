package dev.makeline.server.page.make;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import dev.makeline.server.make.MakesSideBySide;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.recipe.DocumentBody;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashSet;
import java.util.Set;

/// `/recipes/{recipeId}/compare?make=1&make=2`: makes of one recipe in one table.
@Controller("/recipes/{recipeId}/compare")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class ComparePageController {

    private final MakesSideBySide makes;
    private final Pages pages;

    ComparePageController(MakesSideBySide makes, Pages pages) {
        this.makes = makes;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    @Needs(Scope.RECIPES_READ)
    HttpResponse<?> page(HttpRequest<?> request, long recipeId) {
        DocumentBody.checkId("recipeId", recipeId);
        MakesSideBySide.Compared compared = makes.compare(recipeId, ids(request));
        String name = compared.recipe().content().name();
        ComparePage page =
                ComparePage.of(
                        recipeId,
                        name,
                        compared.recipe().revision(),
                        compared.makes(),
                        compared.table());
        return pages.page(request, Section.RECIPES, "Makes of " + name, "make/compare.jte", page);
    }

    private static Set<Long> ids(HttpRequest<?> request) {
        Set<Long> ids = new LinkedHashSet<>();
        try {
            request.getParameters().getAll("make").forEach(id -> ids.add(Long.parseLong(id)));
        } catch (NumberFormatException _) {
            throw refused();
        }
        if (ids.isEmpty()) {
            throw refused();
        }
        return ids;
    }

    private static ProblemException refused() {
        return new ProblemException(
                ProblemType.INVALID_REQUEST, "Tick the makes to compare on the recipe's page.");
    }
}
