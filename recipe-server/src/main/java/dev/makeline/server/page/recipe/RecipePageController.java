package dev.makeline.server.page.recipe;

import dev.makeline.protocol.RecipesTable;
import dev.makeline.protocol.Scope;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Step;
import dev.makeline.server.access.Needs;
import dev.makeline.server.insight.Insights;
import dev.makeline.server.make.MakeItem;
import dev.makeline.server.make.MakeStore;
import dev.makeline.server.page.difference.Amounts;
import dev.makeline.server.page.difference.DifferenceView;
import dev.makeline.server.page.difference.IngredientText;
import dev.makeline.server.page.insight.FiguresView;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.recipe.CurrentRecipe;
import dev.makeline.server.recipe.CurrentRecipes;
import dev.makeline.server.recipe.DocumentBody;
import dev.makeline.server.recipe.Head;
import dev.makeline.server.recipe.RecipeStore;
import dev.makeline.server.request.Found;
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
import java.util.List;
import java.util.Optional;

/// `/recipes` and `/recipes/{recipeId}`.
@Controller("/recipes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class RecipePageController {

    private static final int RECIPES = 50;
    private static final int REVISIONS = 30;

    /// As many points as a timeline can tell apart.
    private static final int MAKES = 100;

    private static final int ORIGINAL = 1;

    private final RecipeStore store;
    private final CurrentRecipes recipes;
    private final MakeStore makes;
    private final Insights insights;
    private final Pages pages;

    RecipePageController(
            RecipeStore store,
            CurrentRecipes recipes,
            MakeStore makes,
            Insights insights,
            Pages pages) {
        this.store = store;
        this.recipes = recipes;
        this.makes = makes;
        this.insights = insights;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    @Needs(Scope.RECIPES_READ)
    HttpResponse<?> list(HttpRequest<?> request, @QueryValue @Nullable Long after) {
        Found<Head> found =
                store.list(Optional.ofNullable(after).map(RecipesTable::listingOrder), RECIPES + 1);
        List<Head> shown = found.items().subList(0, Math.min(RECIPES, found.items().size()));
        boolean more = found.items().size() > RECIPES || found.truncated();
        RecipesPage page =
                new RecipesPage(
                        shown,
                        more && !shown.isEmpty()
                                ? Optional.of(shown.getLast().recipeId())
                                : Optional.empty(),
                        after == null);
        return pages.page(request, Section.RECIPES, "Recipes", "recipe/recipes.jte", page);
    }

    @Get(uri = "/{recipeId}", produces = MediaType.TEXT_HTML)
    @Needs(Scope.RECIPES_READ)
    HttpResponse<?> page(
            HttpRequest<?> request,
            long recipeId,
            @QueryValue @Nullable Integer revision,
            @QueryValue @Nullable String amounts,
            @QueryValue @Nullable Integer ingredient,
            @QueryValue @Nullable Long before) {
        DocumentBody.checkId("recipeId", recipeId);
        Head head =
                store.head(recipeId)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemType.RECIPE_NOT_FOUND,
                                        "There is no recipe %d.".formatted(recipeId)));
        int shown = revision == null ? head.revision() : revision;
        CurrentRecipe original = revision(recipeId, ORIGINAL);
        CurrentRecipe other = shown == ORIGINAL ? original : revision(recipeId, shown);
        Optional<DifferenceView> view =
                shown == ORIGINAL
                        ? Optional.empty()
                        : Optional.of(
                                DifferenceView.of(
                                        original.content(),
                                        other.content(),
                                        Amounts.of(Optional.ofNullable(amounts))));
        Optional<Long> newer = Optional.ofNullable(before);
        newer.ifPresent(makeId -> DocumentBody.checkId("before", makeId));
        Found<MakeItem> found = makes.list(recipeId, newer, MAKES + 1);
        List<MakeLine> lines = lines(found.items());
        RecipePage page =
                new RecipePage(
                        recipeId,
                        head.recipeName(),
                        head.revision(),
                        shown,
                        lines(original.content()),
                        view,
                        store.revisions(recipeId, Optional.empty(), REVISIONS).items(),
                        lines,
                        last(lines).filter(_ -> found.items().size() > MAKES || found.truncated()),
                        newer.isPresent(),
                        Timeline.of(lines),
                        FiguresView.of(insights.of(other), Optional.ofNullable(ingredient)));
        return pages.page(request, Section.RECIPES, head.recipeName(), "recipe/recipe.jte", page);
    }

    private static List<MakeLine> lines(List<MakeItem> found) {
        List<MakeItem> shown = found.subList(0, Math.min(MAKES, found.size()));
        return shown.stream().map(MakeLine::of).toList();
    }

    private static Optional<Long> last(List<MakeLine> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast().makeId());
    }

    private static RecipePage.Original lines(Recipe recipe) {
        return new RecipePage.Original(
                recipe.ingredients().stream().map(IngredientText::asWritten).toList(),
                recipe.steps().stream().map(Step::text).toList());
    }

    private CurrentRecipe revision(long recipeId, int number) {
        return recipes.revision(recipeId, number)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemType.REVISION_NOT_FOUND,
                                "Recipe %d has no revision %d.".formatted(recipeId, number)));
    }
}
