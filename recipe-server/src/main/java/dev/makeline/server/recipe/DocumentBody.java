package dev.makeline.server.recipe;

import dev.makeline.document.DocumentLimits;
import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocument;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.ItemSize;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/// Reads the document in a request's body by the rules of every other document.
@Singleton
public final class DocumentBody {

    /// Content types under which documents are taken. The form is told by the content alone.
    public static final String LINKED_DATA = "application/ld+json";

    public static final String MARKDOWN = "text/markdown";

    private final RecipeDocumentReader reader;

    DocumentBody(RecipeDocumentReader reader) {
        this.reader = reader;
    }

    /// @throws ProblemException with 400 or 413 when it is unreadable
    RecipeDocument read(byte[] body) {
        return switch (reader.read(body)) {
            case Reading.Read(var document) -> document;
            case Reading.Unreadable(var reason, var place, var kind) ->
                    throw new ProblemException(Problem.at(typeOf(kind), reason, place));
        };
    }

    /// @param pathId the recipe that the path names; a document that names another is refused
    /// @throws ProblemException with 400 or 413 when it is unreadable or names another recipe
    public RecipeDocument read(byte[] body, long pathId) {
        checkId("recipeId", pathId);
        RecipeDocument document = read(body);
        OptionalLong own =
                document.recipeIdDerived()
                        ? OptionalLong.empty()
                        : OptionalLong.of(document.recipeId());
        if (own.isPresent() && own.getAsLong() != pathId) {
            throw new ProblemException(
                    ProblemType.RECIPE_ID_MISMATCH,
                    "The path names recipe %d, the document recipe %d; make them agree, or leave recipeId out of the document."
                            .formatted(pathId, own.getAsLong()));
        }
        return document.withRecipeId(pathId);
    }

    /// @throws ProblemException with 400 when no such id can exist
    public static void checkId(String name, long id) {
        if (id < 0 || id > DocumentLimits.MAX_ID) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "%s is an integer from 0 to %d, not %d."
                            .formatted(name, DocumentLimits.MAX_ID, id));
        }
    }

    /// What is said of a document that no row of the database can hold.
    ///
    /// @param bytes what it would take
    public static String tooLarge(int bytes) {
        return "This takes %d KB to keep, but only %d KB can be kept in one piece; shorten the longest texts or split the recipe."
                .formatted((bytes + 1023) / 1024, ItemSize.MOST / 1024);
    }

    private static ProblemType typeOf(Reading.Kind kind) {
        return switch (kind) {
            case TOO_LARGE -> ProblemType.DOCUMENT_TOO_LARGE;
            case INVALID -> ProblemType.INVALID_DOCUMENT;
        };
    }
}
