package dev.makeline.server.make;

import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import dev.makeline.server.docs.TableBody;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
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
import java.util.LinkedHashSet;
import java.util.Set;

/// `/v1/recipes/{recipeId}/makes:compare`: makes of one recipe side by side, each compared now with
/// the current revision.
@Controller("/v1/recipes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Makes")
final class ComparisonTableController {

    private final MakesSideBySide makesSideBySide;

    ComparisonTableController(MakesSideBySide makesSideBySide) {
        this.makesSideBySide = makesSideBySide;
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
        MakesSideBySide.Compared compared = makesSideBySide.compare(recipeId, ids(makes));
        String json =
                ProtocolJson.write(
                        ComparisonTableJson.of(
                                compared.recipe(), compared.makes(), compared.table()));
        return HttpResponse.ok(json).contentType(MediaType.APPLICATION_JSON_TYPE);
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
        return ids;
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(ProblemType.INVALID_REQUEST, sentence);
    }
}
