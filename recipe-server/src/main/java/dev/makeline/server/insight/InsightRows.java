package dev.makeline.server.insight;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.RecipesTable;
import dev.makeline.server.make.Gzip;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The rows of figures: one for the recipe, which every change goes through, and one for each
/// revision.
final class InsightRows {

    static final String VERSION = "version";
    static final String REBUILD = "rebuild";
    static final String HEAD = RecipesTable.INSIGHT_PREFIX + "head";

    private static final String FIGURES = "figuresGzip";

    private InsightRows() {}

    /// @param version counts changes; 0 when there is no row
    /// @param rebuild who counts the recipe anew at the moment, and how far it is
    record Head(long version, Optional<String> rebuild, RecipeFigures figures) {
        static final Head NONE = new Head(0, Optional.empty(), RecipeFigures.NONE);
    }

    static String part(int revision) {
        return RecipesTable.INSIGHT_PREFIX + RecipesTable.revisionPart(revision);
    }

    static Map<String, AttributeValue> head(long recipeId, Head head) {
        Map<String, AttributeValue> row = row(recipeId, HEAD, head.figures());
        row.put(VERSION, number(head.version()));
        head.rebuild().ifPresent(rebuild -> row.put(REBUILD, text(rebuild)));
        return row;
    }

    static Map<String, AttributeValue> revision(
            long recipeId, int revision, RevisionFigures figures) {
        return row(recipeId, part(revision), figures);
    }

    static Head toHead(Map<String, AttributeValue> row) {
        return new Head(
                requiredNumber(row, VERSION),
                optionalText(row, REBUILD),
                figures(row, RecipeFigures.class));
    }

    static RevisionFigures toRevision(Map<String, AttributeValue> row) {
        return figures(row, RevisionFigures.class);
    }

    private static Map<String, AttributeValue> row(long recipeId, String part, Object figures) {
        Map<String, AttributeValue> row = new HashMap<>(RecipesTable.key(recipeId, part));
        row.put(FIGURES, Gzip.compress(ProtocolJson.write(figures)));
        return row;
    }

    private static <T> T figures(Map<String, AttributeValue> row, Class<T> type) {
        try {
            return ProtocolJson.read(
                    Gzip.decompress(Objects.requireNonNull(row.get(FIGURES), FIGURES)), type);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("Figures that were kept cannot be read", e);
        }
    }
}
