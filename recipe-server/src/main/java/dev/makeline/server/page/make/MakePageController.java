package dev.makeline.server.page.make;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.Needs;
import dev.makeline.server.make.Make;
import dev.makeline.server.make.MakeDocuments;
import dev.makeline.server.make.MakeStore;
import dev.makeline.server.make.NextRevision;
import dev.makeline.server.make.SignOffs;
import dev.makeline.server.page.difference.Amounts;
import dev.makeline.server.page.difference.DifferenceView;
import dev.makeline.server.page.layout.Form;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.recipe.CurrentRecipe;
import dev.makeline.server.recipe.CurrentRecipes;
import dev.makeline.server.recipe.DocumentBody;
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

/// `/recipes/{recipeId}/makes/{makeId}`: what was done differently in one make.
@Controller("/recipes/{recipeId}/makes/{makeId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class MakePageController {

    private final MakeStore makes;
    private final MakeDocuments documents;
    private final CurrentRecipes recipes;
    private final SignOffs signOffs;
    private final NextRevision nextRevision;
    private final Pages pages;

    MakePageController(
            MakeStore makes,
            MakeDocuments documents,
            CurrentRecipes recipes,
            SignOffs signOffs,
            NextRevision nextRevision,
            Pages pages) {
        this.makes = makes;
        this.documents = documents;
        this.recipes = recipes;
        this.signOffs = signOffs;
        this.nextRevision = nextRevision;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    @Needs(Scope.RECIPES_READ)
    HttpResponse<?> page(
            HttpRequest<?> request,
            long recipeId,
            long makeId,
            @QueryValue @Nullable String amounts,
            @QueryValue @Nullable Integer against) {
        Make make = find(recipeId, makeId);
        CurrentRecipe original = revision(recipeId, against == null ? make.revision() : against);
        int current =
                recipes.find(recipeId).map(CurrentRecipe::revision).orElse(original.revision());
        DifferenceView view =
                DifferenceView.of(
                        original.content(),
                        documents.content(make),
                        Amounts.of(Optional.ofNullable(amounts)));
        MakePage page =
                MakePage.of(
                        make,
                        original.content().name(),
                        original.revision(),
                        current,
                        view,
                        signOffs.find(recipeId, makeId),
                        Caller.of(request).scopes().contains(Scope.RECIPES_WRITE));
        return pages.page(
                request,
                Section.RECIPES,
                "Make of " + original.content().name(),
                "make/make.jte",
                page);
    }

    @Post("/sign-off")
    @Consumes(MediaType.ALL)
    @Needs(Scope.RECIPES_WRITE)
    HttpResponse<?> signOff(HttpRequest<?> request, long recipeId, long makeId, @Body byte[] body) {
        DocumentBody.checkId("recipeId", recipeId);
        DocumentBody.checkId("makeId", makeId);
        signOffs.sign(request, recipeId, makeId, Form.of(body).text("reason"));
        return Pages.to("/recipes/%d/makes/%d".formatted(recipeId, makeId));
    }

    @Post("/revision")
    @Consumes(MediaType.ALL)
    @Needs(Scope.RECIPES_WRITE)
    HttpResponse<?> makeRevision(
            HttpRequest<?> request, long recipeId, long makeId, @Body byte[] body) {
        Make make = find(recipeId, makeId);
        int revision = nextRevision.of(request, make, number(Form.of(body).text("current")));
        return Pages.to("/recipes/%d?revision=%d".formatted(recipeId, revision));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "The form names no current revision.");
        }
    }

    private Make find(long recipeId, long makeId) {
        DocumentBody.checkId("recipeId", recipeId);
        DocumentBody.checkId("makeId", makeId);
        return makes.find(recipeId, makeId)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemType.MAKE_NOT_FOUND,
                                "There is no make %d of recipe %d.".formatted(makeId, recipeId)));
    }

    private CurrentRecipe revision(long recipeId, int number) {
        return recipes.revision(recipeId, number)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemType.REVISION_NOT_FOUND,
                                "Recipe %d has no revision %d.".formatted(recipeId, number)));
    }
}
