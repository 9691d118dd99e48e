package dev.makeline.server.page.make;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Step;
import dev.makeline.recipe.compare.Comparison;
import dev.makeline.recipe.compare.ComparisonTable;
import dev.makeline.recipe.compare.JudgedDifference;
import dev.makeline.recipe.compare.TableCell;
import dev.makeline.recipe.compare.TableRow;
import dev.makeline.server.make.Make;
import dev.makeline.server.page.difference.IngredientText;
import dev.makeline.server.page.difference.Level;
import dev.makeline.server.page.difference.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Makes of one recipe in one table. A pure function of the table.
public record ComparePage(
        long recipeId, String recipeName, int revision, List<Column> columns, List<Group> groups) {

    public record Column(
            long makeId, String madeAt, Optional<String> madeBy, Verdict verdict, int score) {}

    /// @param rows ingredients, steps, or numbers
    public record Group(String name, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /// @param recipe empty where only makes have it
    public record Row(String recipe, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// @param text empty where the make has nothing there
    /// @param says its differences as sentences
    public record Cell(Level level, String text, List<String> says) {
        public Cell {
            says = List.copyOf(says);
        }
    }

    public ComparePage {
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
    }

    static ComparePage of(
            long recipeId, String name, int revision, List<Make> makes, ComparisonTable table) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < makes.size(); i++) {
            columns.add(column(makes.get(i), table.comparisons().get(i)));
        }
        return new ComparePage(
                recipeId,
                name,
                revision,
                columns,
                List.of(
                        group("Ingredients", table.ingredients(), ComparePage::text),
                        group("Steps", table.steps(), Step::text),
                        group(
                                "Rating and yield",
                                List.of(table.rating(), table.servings()),
                                BigDecimal::toPlainString)));
    }

    private static String text(Ingredient ingredient) {
        return IngredientText.asWritten(ingredient);
    }

    private static Column column(Make make, Comparison comparison) {
        return new Column(
                make.makeId(),
                make.madeAt().orElseGet(() -> make.recordedAt().toString()),
                make.madeBy(),
                Verdict.of(comparison),
                comparison.deviationScore());
    }

    private static <T> Group group(String name, List<TableRow<T>> rows, Function<T, String> text) {
        return new Group(
                name,
                rows.stream()
                        .map(row ->
                                new Row(
                                        label(row, text),
                                        row.makes().stream()
                                                .map(cell -> cell(cell, text))
                                                .toList()))
                        .toList());
    }

    private static <T> String label(TableRow<T> row, Function<T, String> text) {
        String said = row.recipe().map(text).orElse("");
        return switch (row.name()) {
            case "rating" -> said.isEmpty() ? "Rating" : "Rating " + said;
            case "servings" -> said.isEmpty() ? "Serves" : "Serves " + said;
            default -> said;
        };
    }

    private static <T> Cell cell(TableCell<T> cell, Function<T, String> text) {
        return switch (cell) {
            case TableCell.Present<T>(List<T> values, List<JudgedDifference> differences) ->
                    new Cell(
                            Level.highest(differences),
                            values.stream().map(text).collect(Collectors.joining("\n")),
                            differences.stream().map(JudgedDifference::sentence).toList());
            case TableCell.Absent<T>(TableCell.Absence reason) ->
                    switch (reason) {
                        case REMOVED -> new Cell(Level.DEVIATION, "", List.of("Left out."));
                        case NEVER_THERE, NOT_SAID -> new Cell(Level.SAME, "", List.of());
                    };
        };
    }
}
