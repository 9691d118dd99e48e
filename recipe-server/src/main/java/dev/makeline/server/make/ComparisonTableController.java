package dev.makeline.server.make;

import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.Scope;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.compare.ComparisonTable;
import dev.makeline.server.access.Needs;
import dev.makeline.server.docs.TableBody;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.recipe.CurrentRecipe;
import dev.makeline.server.recipe.CurrentRecipes;
import dev.makeline.server.recipe.DocumentBody;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// `/v1/recipes/{recipeId}/makes:compare`: makes of one recipe side by side, each compared now with
/// the current revision.
@Controller("/v1/recipes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Makes")
final class ComparisonTableController {

    /// As many columns as a person reads; each is one read of DynamoDB.
    private static final int MOST_MAKES = 50;

    /// Ingredients and steps of all documents of a request: what is lined up in about a second.
    private static final int MOST_LINES = 6_000;

    private final CurrentRecipes recipes;
    private final MakeStore store;
    private final MakeDocuments documents;

    ComparisonTableController(CurrentRecipes recipes, MakeStore store, MakeDocuments documents) {
        this.recipes = recipes;
        this.store = store;
        this.documents = documents;
    }

    @Get("/{recipeId}/makes:compare")
    @Needs(Scope.RECIPES_READ)
    @Operation(operationId = "compareRecipeMakes", summary = "Several makes in one table")
    @ApiResponse(
            responseCode = "200",
            description = "A row for each ingredient, step and number, a cell for each make",
            content = @Content(schema = @Schema(implementation = TableBody.class)))
    HttpResponse<?> compare(
            long recipeId,
            @Parameter(description = "Ids of 1 to 50 makes, with commas between", example = "1,2")
                    @QueryValue
                    @Nullable
                    String makes) {
        DocumentBody.checkId("recipeId", recipeId);
        Set<Long> ids = ids(makes);
        CurrentRecipe recipe =
                recipes.find(recipeId)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemType.RECIPE_NOT_FOUND,
                                        "There is no recipe %d.".formatted(recipeId)));
        List<Make> found = found(recipeId, ids);
        List<Recipe> contents = found.stream().map(documents::content).toList();
        checkLines(recipe.content(), contents);
        ComparisonTable table = ComparisonTable.of(recipe.content(), contents);
        return HttpResponse.ok(ProtocolJson.write(ComparisonTableJson.of(recipe, found, table)))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private List<Make> found(long recipeId, Set<Long> ids) {
        List<Make> found = new ArrayList<>(ids.size());
        List<Long> missing = new ArrayList<>();
        for (long id : ids) {
            store.find(recipeId, id).ifPresentOrElse(found::add, () -> missing.add(id));
        }
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ProblemType.MAKE_NOT_FOUND,
                    "Recipe %d has no such makes: %s.".formatted(recipeId, missing));
        }
        return found;
    }

    private static Set<Long> ids(@Nullable String makes) {
        Set<Long> ids = new LinkedHashSet<>();
        try {
            for (String id : (makes == null ? "" : makes).split(",", -1)) {
                if (!ids.add(Long.parseLong(id.strip()))) {
                    throw refused("makes names make %s twice.".formatted(id.strip()));
                }
            }
        } catch (NumberFormatException _) {
            throw refused("makes is a list of make ids with commas between, such as makes=1,2.");
        }
        if (ids.size() > MOST_MAKES) {
            throw refused(
                    "makes names %d makes; a table holds at most %d."
                            .formatted(ids.size(), MOST_MAKES));
        }
        return ids;
    }

    private static void checkLines(Recipe recipe, List<Recipe> makes) {
        long lines =
                lines(recipe) + makes.stream().mapToLong(ComparisonTableController::lines).sum();
        if (lines > MOST_LINES) {
            throw refused(
                    "These makes have %d ingredients and steps in all; compare fewer at once, up to %d."
                            .formatted(lines, MOST_LINES));
        }
    }

    private static long lines(Recipe recipe) {
        return (long) recipe.ingredients().size() + recipe.steps().size();
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(ProblemType.INVALID_REQUEST, sentence);
    }
}
