package dev.makeline.server.recipe;

import dev.makeline.document.RecipeDocument;
import dev.makeline.protocol.RecipesTable;
import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.docs.RecipeBody;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.Cursors;
import dev.makeline.server.request.Effect;
import dev.makeline.server.request.EntityTag;
import dev.makeline.server.request.Found;
import dev.makeline.server.request.IdempotencyKeys;
import dev.makeline.server.request.Page;
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
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// `/v1/recipes`: originals and their revisions.
@Controller("/v1/recipes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Recipes")
final class RecipeController {

    private static final String LIST = "recipes";

    private final DocumentBody bodies;
    private final RecipeKeeper keeper;
    private final RecipeStore store;
    private final RecipeArrival arrival;
    private final IdempotencyKeys idempotencyKeys;
    private final Cursors cursors;
    private final RequestAudit audit;
    private final InstantSource clock;

    RecipeController(
            DocumentBody bodies,
            RecipeKeeper keeper,
            RecipeStore store,
            RecipeArrival arrival,
            IdempotencyKeys idempotencyKeys,
            Cursors cursors,
            RequestAudit audit,
            InstantSource clock) {
        this.bodies = bodies;
        this.keeper = keeper;
        this.store = store;
        this.arrival = arrival;
        this.idempotencyKeys = idempotencyKeys;
        this.cursors = cursors;
        this.audit = audit;
        this.clock = clock;
    }

    @Post
    @TakesDocument
    @Needs(Scope.RECIPES_WRITE)
    @Operation(operationId = "addRecipe", summary = "Add a new recipe")
    @ApiResponse(
            responseCode = "200",
            description = "The recipe, with its id; Location and ETag name what was created",
            content = @Content(schema = @Schema(implementation = RecipeBody.class)))
    HttpResponse<?> add(
            HttpRequest<?> request,
            @Header(IdempotencyKeys.HEADER) @Nullable String idempotencyKey,
            @RecipeRequest @Body byte[] body) {
        RecipeDocument document = bodies.read(body);
        Effect effect =
                idempotencyKeys.effectOf(request, Optional.ofNullable(idempotencyKey), body);
        return answer(request, document, keeper.keep(document, new RecipeChange.Create(), effect));
    }

    @Put
    @TakesDocument
    @Needs(Scope.RECIPES_WRITE)
    @Operation(operationId = "updateRecipe", summary = "Change the recipe that the document names")
    @ApiResponse(
            responseCode = "200",
            description = "The recipe; a change is a new revision, which ETag names",
            content = @Content(schema = @Schema(implementation = RecipeBody.class)))
    HttpResponse<?> update(
            HttpRequest<?> request,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RecipeRequest @Body byte[] body) {
        return update(request, bodies.read(body), Optional.ofNullable(ifMatch));
    }

    @Put("/{recipeId}")
    @TakesDocument
    @Needs(Scope.RECIPES_WRITE)
    @Operation(operationId = "updateRecipeById", summary = "Change this recipe")
    @ApiResponse(
            responseCode = "200",
            description = "The recipe; a change is a new revision, which ETag names",
            content = @Content(schema = @Schema(implementation = RecipeBody.class)))
    HttpResponse<?> updateById(
            HttpRequest<?> request,
            long recipeId,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RecipeRequest @Body byte[] body) {
        return update(request, bodies.read(body, recipeId), Optional.ofNullable(ifMatch));
    }

    @Get
    @Needs(Scope.RECIPES_READ)
    @Operation(operationId = "listRecipes", summary = "All recipes, in the order of their ids")
    Page<Head> list(
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @QueryValue
                    @Nullable
                    String limit,
            @QueryValue @Nullable String cursor) {
        int size = Page.size(limit);
        Found<Head> found = store.list(cursors.read(LIST, Optional.ofNullable(cursor)), size + 1);
        return Page.of(
                found,
                size,
                last -> cursors.write(LIST, RecipesTable.listingOrder(last.recipeId())));
    }

    @Get("/{recipeId}")
    @Needs(Scope.RECIPES_READ)
    @Operation(operationId = "getRecipe", summary = "The recipe as it is now")
    @ApiResponse(
            responseCode = "200",
            description = "The current revision, which ETag names",
            content = @Content(schema = @Schema(implementation = RecipeBody.class)))
    @ApiResponse(responseCode = "304", description = "It is the revision of If-None-Match")
    HttpResponse<?> get(
            long recipeId, @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        DocumentBody.checkId("recipeId", recipeId);
        Optional<Head> head = store.head(recipeId);
        if (head.isEmpty()) {
            return notFound(recipeId).response();
        }
        int revision = head.get().revision();
        if (EntityTag.matches(Optional.ofNullable(ifNoneMatch), revision)) {
            return HttpResponse.notModified().header(HttpHeaders.ETAG, EntityTag.of(revision));
        }
        return document(recipeId, revision);
    }

    @Get("/{recipeId}/revisions")
    @Needs(Scope.RECIPES_READ)
    @Operation(operationId = "listRevisions", summary = "Its revisions, the newest first")
    Page<Head> revisions(
            long recipeId,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @QueryValue
                    @Nullable
                    String limit,
            @QueryValue @Nullable String cursor) {
        DocumentBody.checkId("recipeId", recipeId);
        int size = Page.size(limit);
        String list = "revisions of " + recipeId;
        Optional<Integer> before =
                cursors.read(list, Optional.ofNullable(cursor)).map(Integer::valueOf);
        Found<Head> found = store.revisions(recipeId, before, size + 1);
        if (found.items().isEmpty() && before.isEmpty()) {
            throw new ProblemException(notFound(recipeId));
        }
        return Page.of(found, size, last -> cursors.write(list, Integer.toString(last.revision())));
    }

    @Get("/{recipeId}/revisions/{revision}")
    @Needs(Scope.RECIPES_READ)
    @Operation(operationId = "getRevision", summary = "The recipe as it was in one revision")
    @ApiResponse(
            responseCode = "200",
            description = "The document of this revision, which never changes",
            content = @Content(schema = @Schema(implementation = RecipeBody.class)))
    HttpResponse<?> revision(long recipeId, int revision) {
        DocumentBody.checkId("recipeId", recipeId);
        return document(recipeId, revision);
    }

    private HttpResponse<?> update(
            HttpRequest<?> request, RecipeDocument document, Optional<String> ifMatch) {
        // A repeated update finds its own content and changes nothing: it needs no key.
        Effect effect = Effect.once(clock.instant());
        return answer(
                request, document, keeper.keep(document, new RecipeChange.Update(ifMatch), effect));
    }

    private HttpResponse<?> answer(
            HttpRequest<?> request, RecipeDocument document, RecipeKept outcome) {
        long recipeId = document.recipeId();
        return switch (outcome) {
            case RecipeKept.Kept(var revision) -> {
                arrival.arrived(recipeId);
                audit.append(
                        request,
                        AuditAction.RECIPE_REVISED,
                        Optional.of(Long.toString(recipeId)),
                        Map.of("revision", Integer.toString(revision.number())));
                yield document(revision);
            }
            case RecipeKept.Unchanged(int revision, var _) -> document(recipeId, revision);
            case RecipeKept.Repeated(int revision, var _) -> document(recipeId, revision);
            case RecipeKept.Exists(int revision) ->
                    Problem.of(
                                    ProblemType.RECIPE_EXISTS,
                                    "Recipe %d exists with other content; to change it, PUT it."
                                            .formatted(recipeId))
                            .response()
                            .header(HttpHeaders.ETAG, EntityTag.of(revision));
            case RecipeKept.Unknown() -> notFound(recipeId).response();
            case RecipeKept.OtherRevision(int revision) ->
                    Problem.of(
                                    ProblemType.REVISION_MISMATCH,
                                    "Recipe %d is at revision %d by now; read it again, and change that."
                                            .formatted(recipeId, revision))
                            .response()
                            .header(HttpHeaders.ETAG, EntityTag.of(revision));
            case RecipeKept.Superseded() ->
                    throw new IllegalStateException("Only files from the bucket are superseded");
            case RecipeKept.TooLarge(int bytes) ->
                    Problem.of(ProblemType.DOCUMENT_TOO_LARGE, DocumentBody.tooLarge(bytes))
                            .response();
        };
    }

    private HttpResponse<?> document(long recipeId, int revision) {
        return store.revision(recipeId, revision)
                .<HttpResponse<?>>map(RecipeController::document)
                .orElseGet(() ->
                        Problem.of(
                                        ProblemType.REVISION_NOT_FOUND,
                                        "There is no revision %d of recipe %d."
                                                .formatted(revision, recipeId))
                                .response());
    }

    private static MutableHttpResponse<String> document(Revision revision) {
        return HttpResponse.ok(revision.document())
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, EntityTag.of(revision.number()))
                .header(HttpHeaders.LOCATION, "/v1/recipes/" + revision.recipeId());
    }

    private static Problem notFound(long recipeId) {
        return Problem.of(
                ProblemType.RECIPE_NOT_FOUND, "There is no recipe %d.".formatted(recipeId));
    }
}
