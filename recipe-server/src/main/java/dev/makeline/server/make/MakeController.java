package dev.makeline.server.make;

import dev.makeline.document.RecipeDocument;
import dev.makeline.protocol.Scope;
import dev.makeline.recipe.compare.RecipeComparison;
import dev.makeline.server.access.Needs;
import dev.makeline.server.docs.DifferencesBody;
import dev.makeline.server.docs.MakeBody;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.recipe.CurrentRecipe;
import dev.makeline.server.recipe.CurrentRecipes;
import dev.makeline.server.recipe.DocumentBody;
import dev.makeline.server.recipe.RecipeStore;
import dev.makeline.server.recipe.TakesDocument;
import dev.makeline.server.request.Cursors;
import dev.makeline.server.request.Effect;
import dev.makeline.server.request.Found;
import dev.makeline.server.request.IdempotencyKeys;
import dev.makeline.server.request.Page;
import dev.makeline.server.request.RequestTrace;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.function.Function;

/// `/v1/recipes/{recipeId}/makes`: makes and what was done differently in each.
@Controller("/v1/recipes/{recipeId}/makes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Makes")
final class MakeController {

    private final DocumentBody bodies;
    private final CurrentRecipes recipes;
    private final RecipeStore recipeStore;
    private final MakeKeeper keeper;
    private final MakeStore store;
    private final IdempotencyKeys idempotencyKeys;
    private final Cursors cursors;
    private final MakeDocuments documents;

    MakeController(
            DocumentBody bodies,
            CurrentRecipes recipes,
            RecipeStore recipeStore,
            MakeKeeper keeper,
            MakeStore store,
            IdempotencyKeys idempotencyKeys,
            Cursors cursors,
            MakeDocuments documents) {
        this.bodies = bodies;
        this.recipes = recipes;
        this.recipeStore = recipeStore;
        this.keeper = keeper;
        this.store = store;
        this.idempotencyKeys = idempotencyKeys;
        this.cursors = cursors;
        this.documents = documents;
    }

    @Post
    @TakesDocument
    @Needs(Scope.RECIPES_WRITE)
    @Operation(operationId = "addRecipeMake", summary = "Say that you made this recipe")
    @ApiResponse(
            responseCode = "200",
            description = "The make with its makeId, compared with the current revision",
            content = @Content(schema = @Schema(implementation = MakeBody.class)))
    HttpResponse<?> add(
            HttpRequest<?> request,
            long recipeId,
            @Header(IdempotencyKeys.HEADER) @Nullable String idempotencyKey,
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = MakeBody.class)),
                                @Content(
                                        mediaType = DocumentBody.LINKED_DATA,
                                        schema = @Schema(type = "object")),
                                @Content(
                                        mediaType = MediaType.TEXT_HTML,
                                        schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = DocumentBody.MARKDOWN,
                                        schema = @Schema(type = "string"))
                            })
                    @Body
                    byte[] body) {
        RecipeDocument document = bodies.read(body, recipeId);
        Optional<CurrentRecipe> recipe = recipes.find(recipeId);
        if (recipe.isEmpty()) {
            return unknownRecipe(recipeId).response();
        }
        Effect effect =
                idempotencyKeys.effectOf(request, Optional.ofNullable(idempotencyKey), body);
        return switch (keeper.keep(document, recipe.get(), effect, RequestTrace.of(request), "")) {
            case MakeKept.Kept(var make) -> created(make);
            case MakeKept.Repeated(var make) -> created(make);
            case MakeKept.TooLarge(int bytes) ->
                    Problem.of(ProblemType.DOCUMENT_TOO_LARGE, DocumentBody.tooLarge(bytes))
                            .response();
        };
    }

    @Get
    @Needs(Scope.RECIPES_READ)
    @Operation(operationId = "listRecipeMakes", summary = "Its makes, the newest first")
    Page<MakeItem> list(
            long recipeId,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @QueryValue
                    @Nullable
                    String limit,
            @QueryValue @Nullable String cursor) {
        DocumentBody.checkId("recipeId", recipeId);
        int size = Page.size(limit);
        String list = "makes of " + recipeId;
        Optional<Long> before = cursors.read(list, Optional.ofNullable(cursor)).map(Long::valueOf);
        Found<MakeItem> found = store.list(recipeId, before, size + 1);
        if (found.items().isEmpty() && recipeStore.head(recipeId).isEmpty()) {
            throw new ProblemException(unknownRecipe(recipeId));
        }
        return Page.of(found, size, last -> cursors.write(list, Long.toString(last.makeId())));
    }

    @Get("/{makeId}")
    @Needs(Scope.RECIPES_READ)
    @Operation(operationId = "getRecipeMake", summary = "One make")
    @ApiResponse(
            responseCode = "200",
            description = "The make's document, and the revision that it was compared with",
            content = @Content(schema = @Schema(implementation = MakeBody.class)))
    HttpResponse<?> get(long recipeId, long makeId) {
        return find(recipeId, makeId, MakeJson::document);
    }

    @Get("/{makeId}/differences")
    @Needs(Scope.RECIPES_READ)
    @Operation(
            operationId = "getRecipeMakeDifferences",
            summary = "One make, and what was done differently")
    @ApiResponse(
            responseCode = "200",
            description = "The make's document with its differences and their summary",
            content = @Content(schema = @Schema(implementation = DifferencesBody.class)))
    HttpResponse<?> differences(
            long recipeId,
            long makeId,
            @Parameter(
                            description = "A revision to compare with in place of the make's own",
                            schema = @Schema(type = "integer", minimum = "1"))
                    @QueryValue
                    @Nullable
                    String against) {
        return against == null
                ? find(recipeId, makeId, MakeJson::withDifferences)
                : find(recipeId, makeId, make -> withDifferences(make, revisionNumber(against)));
    }

    /// Takes the text, because Micronaut reads a number that it cannot parse as absent.
    private static int revisionNumber(String against) {
        try {
            int number = Integer.parseInt(against);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, like a number out of range.
        }
        throw new ProblemException(
                ProblemType.INVALID_REQUEST,
                "against is the number of a revision, 1 or more, not '%s'.".formatted(against));
    }

    /// Compared now; nothing of it is kept.
    private String withDifferences(Make make, int revision) {
        CurrentRecipe original =
                recipes.revision(make.recipeId(), revision)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemType.REVISION_NOT_FOUND,
                                        "Recipe %d has no revision %d."
                                                .formatted(make.recipeId(), revision)));
        KeptComparison comparison =
                KeptComparison.of(
                        RecipeComparison.compare(original.content(), documents.content(make)));
        return MakeJson.withDifferences(make, comparison, revision);
    }

    private HttpResponse<?> find(long recipeId, long makeId, Function<Make, String> form) {
        DocumentBody.checkId("recipeId", recipeId);
        DocumentBody.checkId("makeId", makeId);
        return store.find(recipeId, makeId)
                .<HttpResponse<?>>map(make -> json(form.apply(make)))
                .orElseGet(() ->
                        Problem.of(
                                        ProblemType.MAKE_NOT_FOUND,
                                        "There is no make %d of recipe %d."
                                                .formatted(makeId, recipeId))
                                .response());
    }

    private static HttpResponse<?> created(Make make) {
        return json(MakeJson.document(make))
                .header(
                        HttpHeaders.LOCATION,
                        "/v1/recipes/%d/makes/%d".formatted(make.recipeId(), make.makeId()));
    }

    private static MutableHttpResponse<String> json(String body) {
        return HttpResponse.ok(body).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static Problem unknownRecipe(long recipeId) {
        return Problem.of(
                ProblemType.RECIPE_NOT_FOUND,
                "There is no recipe %d; add it before its makes.".formatted(recipeId));
    }
}
