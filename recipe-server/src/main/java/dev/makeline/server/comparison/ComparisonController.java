package dev.makeline.server.comparison;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.document.ComparisonJson;
import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocument;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.Scope;
import dev.makeline.recipe.compare.RecipeComparison;
import dev.makeline.server.access.Needs;
import dev.makeline.server.docs.ComparisonBody;
import dev.makeline.server.docs.PairBody;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/// `/v1/comparisons`: compares two documents and keeps nothing.
@Controller("/v1/comparisons")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Comparisons")
final class ComparisonController {

    private final RecipeDocumentReader reader;

    ComparisonController(RecipeDocumentReader reader) {
        this.reader = reader;
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.RECIPES_READ)
    @Operation(
            operationId = "compareDocuments",
            summary = "Compare two documents without keeping them")
    @ApiResponse(
            responseCode = "200",
            description = "What the make does differently",
            content = @Content(schema = @Schema(implementation = ComparisonBody.class)))
    HttpResponse<?> compare(
            @RequestBody(content = @Content(schema = @Schema(implementation = PairBody.class)))
                    @Body
                    byte[] body) {
        DocumentPair pair = DocumentPair.read(body);
        RecipeDocument recipe = document("recipe", pair.recipe());
        RecipeDocument make = document("make", pair.make());
        ObjectNode answer =
                ComparisonJson.of(RecipeComparison.compare(recipe.content(), make.content()));
        addUnread(answer, "recipe", recipe.unread());
        addUnread(answer, "make", make.unread());
        return HttpResponse.ok(ProtocolJson.write(answer))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /// @param side `recipe` or `make`
    private RecipeDocument document(String side, String text) {
        return switch (reader.read(text)) {
            case Reading.Read(var document) -> document;
            case Reading.Unreadable(var reason, var place, var kind) ->
                    throw new ProblemException(
                            Problem.at(
                                    kind == Reading.Kind.TOO_LARGE
                                            ? ProblemType.DOCUMENT_TOO_LARGE
                                            : ProblemType.INVALID_DOCUMENT,
                                    "The %s: %s".formatted(side, reason),
                                    place.map(at -> side + ": " + at)));
        };
    }

    private static void addUnread(ObjectNode answer, String side, List<String> unread) {
        if (!unread.isEmpty()) {
            unread.forEach(answer.withObjectProperty("unread").withArrayProperty(side)::add);
        }
    }
}
