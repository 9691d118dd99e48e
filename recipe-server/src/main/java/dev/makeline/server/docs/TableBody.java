package dev.makeline.server.docs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The shape of several makes in one table, for the API's description alone.
@Schema(
        name = "MakeTable",
        description = "Makes side by side, each compared now with the current revision")
public record TableBody(
        Long recipeId,
        Integer revision,
        @Schema(description = "The columns, in the order in which the request names them")
                List<Column> makes,
        @Schema(description = "The recipe's ingredients, then those that makes added")
                List<Row> ingredients,
        @Schema(description = "The recipe's steps, then those that makes added") List<Row> steps,
        @Schema(description = "Rating and servings") List<Row> numbers) {

    @Schema(name = "MakeTableColumn")
    public record Column(
            Long makeId,
            @Schema(description = "The revision that this make is kept with")
                    Integer keptWithRevision,
            @Nullable String madeAt,
            @Nullable String madeBy,
            @Schema(
                            type = "string",
                            allowableValues = {"exact", "equivalent", "deviating"})
                    String outcome,
            @Schema(example = "1 difference: apples: 6 instead of 5.") String headline,
            @Schema(example = "1") BigDecimal batchFactor,
            @Schema(description = "0, made as the recipe says, to 100, another dish", example = "3")
                    Integer deviationScore) {}

    @Schema(name = "MakeTableRow")
    public record Row(
            @Schema(example = "apples") String name,
            @Schema(
                            description = "What the recipe says; null where it says nothing of it",
                            nullable = true,
                            example = "5 unit apples")
                    String recipe,
            @Schema(description = "One cell for each column") List<Cell> makes) {}

    @Schema(name = "MakeTableCell", description = "What one make says, or that it says nothing")
    public record Cell(
            Boolean present,
            @Nullable
                    @Schema(
                            type = "string",
                            allowableValues = {"removed", "never-there", "not-said"},
                            description = "Why it is absent, where it is")
                    String reason,
            @Nullable @Schema(example = "6 unit apples", description = "Where it is present")
                    String text,
            @Nullable @Schema(description = "Where it is present; none where it is as expected")
                    List<CellDifference> differences) {}

    @Schema(name = "MakeTableDifference")
    public record CellDifference(
            @Schema(example = "quantity-changed") String kind,
            @Schema(example = "Apples: 6 instead of 5.") String sentence,
            @Schema(
                            type = "string",
                            allowableValues = {"within-tolerance", "deviation", "critical"})
                    String judgement) {}
}
