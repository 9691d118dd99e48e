package dev.makeline.server.make;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocument;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.compare.ComparisonTable;
import dev.makeline.recipe.compare.TableCell;
import dev.makeline.recipe.compare.TableRow;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.recipe.DocumentBody;
import dev.makeline.server.recipe.RecipeArrival;
import dev.makeline.server.recipe.RecipeChange;
import dev.makeline.server.recipe.RecipeKeeper;
import dev.makeline.server.recipe.RecipeKept;
import dev.makeline.server.recipe.RecipeStore;
import dev.makeline.server.recipe.Revision;
import dev.makeline.server.request.Effect;
import dev.makeline.server.request.EntityTag;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes what was done in a make the next revision of its recipe. The recipe keeps its name, its
/// tolerances and whatever else it says; of the make come ingredients, steps, rating and yield.
/// Thread-safe; blocking.
@Singleton
public final class NextRevision {

    private static final List<String> OF_THE_MAKE =
            List.of("ingredients", "steps", "rating", "servings");

    private static final String TOLERANCE = "tolerance";

    private final RecipeStore recipes;
    private final RecipeKeeper keeper;
    private final RecipeArrival arrival;
    private final RecipeDocumentReader reader;
    private final RequestAudit audit;
    private final InstantSource clock;

    NextRevision(
            RecipeStore recipes,
            RecipeKeeper keeper,
            RecipeArrival arrival,
            RecipeDocumentReader reader,
            RequestAudit audit,
            InstantSource clock) {
        this.recipes = recipes;
        this.keeper = keeper;
        this.arrival = arrival;
        this.reader = reader;
        this.audit = audit;
        this.clock = clock;
    }

    /// The number of the revision; the current one's when the make is already like it.
    ///
    /// @param current the revision that the person saw as the current one
    /// @throws ProblemException with 412 when it no longer is
    public int of(HttpRequest<?> request, Make make, int current) {
        Revision revision =
                recipes.revision(make.recipeId(), current)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemType.REVISION_NOT_FOUND,
                                        "Recipe %d has no revision %d."
                                                .formatted(make.recipeId(), current)));
        RecipeDocument document = merged(json(revision.document()), json(make.document()));
        RecipeChange change = new RecipeChange.Update(Optional.of(EntityTag.of(current)));
        return switch (keeper.keep(document, change, Effect.once(clock.instant()))) {
            case RecipeKept.Kept(Revision next) -> {
                arrival.arrived(make.recipeId());
                audit.append(
                        request,
                        AuditAction.RECIPE_REVISED,
                        Optional.of(Long.toString(make.recipeId())),
                        Map.of(
                                "revision", Integer.toString(next.number()),
                                "makeId", Long.toString(make.makeId())));
                yield next.number();
            }
            case RecipeKept.Unchanged(int number, var _) -> number;
            case RecipeKept.Repeated(int number, var _) -> number;
            case RecipeKept.OtherRevision(int now) ->
                    throw new ProblemException(
                            ProblemType.REVISION_MISMATCH,
                            "The recipe is at revision %d by now; look at that first."
                                    .formatted(now));
            case RecipeKept.TooLarge(int bytes) ->
                    throw new ProblemException(
                            ProblemType.DOCUMENT_TOO_LARGE, DocumentBody.tooLarge(bytes));
            case RecipeKept.Exists _, RecipeKept.Unknown _, RecipeKept.Superseded _ ->
                    throw new IllegalStateException("A recipe that has a make was updated");
        };
    }

    private RecipeDocument merged(ObjectNode recipe, ObjectNode make) {
        Recipe made = read(make).content();
        ComparisonTable table = ComparisonTable.of(read(recipe).content(), List.of(made));
        ObjectNode next = recipe.deepCopy();
        OF_THE_MAKE.stream()
                .filter(make::has)
                .forEach(field -> next.set(field, make.get(field).deepCopy()));
        keepTolerances(recipe, next, "ingredients", table.ingredients(), made.ingredients());
        keepTolerances(recipe, next, "steps", table.steps(), made.steps());
        return read(next);
    }

    /// A limit that somebody set for an ingredient or step stays with whatever stands for it.
    private static <T> void keepTolerances(
            ObjectNode recipe, ObjectNode next, String list, List<TableRow<T>> rows, List<T> made) {
        for (int i = 0; i < rows.size(); i++) {
            JsonNode tolerance = recipe.path(list).path(i).path(TOLERANCE);
            if (!tolerance.isMissingNode()
                    && rows.get(i).makes().getFirst()
                            instanceof TableCell.Present<T>(List<T> values, var _)) {
                for (T value : values) {
                    if (next.path(list).path(place(made, value)) instanceof ObjectNode line) {
                        line.set(TOLERANCE, tolerance.deepCopy());
                    }
                }
            }
        }
    }

    /// By identity: lines may repeat.
    @SuppressWarnings("ReferenceEquality")
    private static <T> int place(List<T> made, T value) {
        for (int i = 0; i < made.size(); i++) {
            if (made.get(i) == value) {
                return i;
            }
        }
        return -1;
    }

    private RecipeDocument read(ObjectNode json) {
        return switch (reader.read(json.deepCopy())) {
            case Reading.Read(RecipeDocument document) -> document;
            case Reading.Unreadable unreadable ->
                    throw new ProblemException(ProblemType.INVALID_DOCUMENT, unreadable.reason());
        };
    }

    private static ObjectNode json(String document) {
        try {
            return ProtocolJson.read(document, ObjectNode.class);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("A kept document is no JSON object", e);
        }
    }
}
