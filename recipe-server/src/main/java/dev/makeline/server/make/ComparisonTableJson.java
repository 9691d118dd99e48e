package dev.makeline.server.make;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Step;
import dev.makeline.recipe.compare.Comparison;
import dev.makeline.recipe.compare.ComparisonTable;
import dev.makeline.recipe.compare.JudgedDifference;
import dev.makeline.recipe.compare.TableCell;
import dev.makeline.recipe.compare.TableRow;
import dev.makeline.server.recipe.CurrentRecipe;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/// A table of makes as it is answered. Every cell says `present`; an absent one says why.
final class ComparisonTableJson {

    private ComparisonTableJson() {}

    /// @param makes in the order of the table's columns
    static ObjectNode of(CurrentRecipe recipe, List<Make> makes, ComparisonTable table) {
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        json.put("recipeId", recipe.recipeId());
        json.put("revision", recipe.revision());
        ArrayNode columns = json.putArray("makes");
        for (int i = 0; i < makes.size(); i++) {
            addColumn(columns.addObject(), makes.get(i), table.comparisons().get(i));
        }
        addRows(json.putArray("ingredients"), table.ingredients(), ComparisonTableJson::text);
        addRows(json.putArray("steps"), table.steps(), Step::text);
        ArrayNode numbers = json.putArray("numbers");
        addRow(numbers, table.rating(), BigDecimal::toPlainString);
        addRow(numbers, table.servings(), BigDecimal::toPlainString);
        return json;
    }

    private static void addColumn(ObjectNode column, Make make, Comparison comparison) {
        column.put("makeId", make.makeId());
        column.put("keptWithRevision", make.revision());
        make.madeAt().ifPresent(madeAt -> column.put("madeAt", madeAt));
        make.madeBy().ifPresent(madeBy -> column.put("madeBy", madeBy));
        column.put("outcome", comparison.outcome().label());
        column.put("headline", comparison.headline());
        column.put("batchFactor", comparison.batchFactor().approximation());
        column.put("deviationScore", comparison.deviationScore());
    }

    private static <T> void addRows(
            ArrayNode json, List<TableRow<T>> rows, Function<T, String> text) {
        rows.forEach(row -> addRow(json, row, text));
    }

    private static <T> void addRow(ArrayNode rows, TableRow<T> row, Function<T, String> text) {
        ObjectNode json = rows.addObject();
        json.put("name", row.name());
        row.recipe()
                .ifPresentOrElse(
                        value -> json.put("recipe", text.apply(value)),
                        () -> json.putNull("recipe"));
        ArrayNode cells = json.putArray("makes");
        row.makes().forEach(cell -> addCell(cells.addObject(), cell, text));
    }

    private static <T> void addCell(ObjectNode json, TableCell<T> cell, Function<T, String> text) {
        switch (cell) {
            case TableCell.Absent<T> absent ->
                    json.put("present", false).put("reason", absent.reason().label());
            case TableCell.Present<T> present -> {
                json.put("present", true);
                json.put("text", String.join(" ", present.values().stream().map(text).toList()));
                ArrayNode differences = json.putArray("differences");
                for (JudgedDifference judged : present.differences()) {
                    differences
                            .addObject()
                            .put("kind", judged.difference().kind())
                            .put("sentence", judged.sentence())
                            .put("judgement", judged.judgement().label());
                }
            }
        }
    }

    private static String text(Ingredient ingredient) {
        return ingredient
                .original()
                .orElseGet(() ->
                        String.join(
                                        " ",
                                        ingredient
                                                .quantity()
                                                .map(BigDecimal::toPlainString)
                                                .orElse(""),
                                        ingredient.measurement(),
                                        ingredient.name())
                                .strip()
                                .replaceAll(" {2,}", " "));
    }
}
