package dev.makeline.server.insight;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.make.UnlistedMakes;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.recipe.DocumentBody;
import dev.makeline.server.recipe.Head;
import dev.makeline.server.recipe.RecipeStore;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/v1/recipes/{recipeId}/insights`: the figures of a recipe.
@Controller("/v1/recipes/{recipeId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Insights")
final class InsightController {

    private static final String CSV = "text/csv";
    private static final String OF_REVISION =
            "The revision that ofRevision is about; the current one when left out";

    private final Insights insights;
    private final InsightRebuild rebuild;
    private final UnlistedMakes unlisted;
    private final RecipeStore recipes;
    private final RequestAudit audit;

    InsightController(
            Insights insights,
            InsightRebuild rebuild,
            UnlistedMakes unlisted,
            RecipeStore recipes,
            RequestAudit audit) {
        this.insights = insights;
        this.rebuild = rebuild;
        this.unlisted = unlisted;
        this.recipes = recipes;
        this.audit = audit;
    }

    @Get("/insights")
    @Needs(Scope.RECIPES_READ)
    @Operation(operationId = "getRecipeInsights", summary = "What its makes have in common")
    InsightsBody get(
            long recipeId,
            @Parameter(description = OF_REVISION) @QueryValue @Nullable Integer revision) {
        DocumentBody.checkId("recipeId", recipeId);
        if (revision == null) {
            return insights.of(recipeId).orElseThrow(() -> unknown(recipeId));
        }
        if (recipes.head(recipeId).isEmpty()) {
            throw unknown(recipeId);
        }
        return insights.of(recipeId, revision)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemType.REVISION_NOT_FOUND,
                                "Recipe %d has no revision %d.".formatted(recipeId, revision)));
    }

    @Get("/insights.csv")
    @Produces(CSV)
    @Needs(Scope.RECIPES_READ)
    @Operation(operationId = "getRecipeInsightsTable", summary = "The same for a spreadsheet")
    @ApiResponse(
            responseCode = "200",
            description = "One figure a line",
            content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    HttpResponse<String> csv(
            long recipeId,
            @Parameter(description = OF_REVISION) @QueryValue @Nullable Integer revision) {
        return HttpResponse.ok(InsightsCsv.of(get(recipeId, revision)))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"recipe-%d-insights.csv\"".formatted(recipeId));
    }

    /// @param makes that were counted
    /// @param listed makes of earlier versions that were entered into the lists of makes by time
    @Schema(name = "InsightsRebuilt")
    record Rebuilt(long recipeId, long makes, long listed) {}

    @Post("/insights/rebuild")
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "rebuildRecipeInsights",
            summary =
                    "Count all its makes anew in place of its figures, and enter those that an earlier version kept into the lists by time")
    Rebuilt rebuild(HttpRequest<?> request, long recipeId) {
        DocumentBody.checkId("recipeId", recipeId);
        Head head = recipes.head(recipeId).orElseThrow(() -> unknown(recipeId));
        long makes = rebuild.rebuild(recipeId);
        long listed = unlisted.enter(recipeId, head.recipeName());
        audit.append(
                request,
                AuditAction.INSIGHTS_REBUILT,
                Optional.of(Long.toString(recipeId)),
                Map.of("makes", Long.toString(makes), "listed", Long.toString(listed)));
        return new Rebuilt(recipeId, makes, listed);
    }

    private static ProblemException unknown(long recipeId) {
        return new ProblemException(
                ProblemType.RECIPE_NOT_FOUND, "There is no recipe %d.".formatted(recipeId));
    }
}
