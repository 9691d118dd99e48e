package dev.makeline.server.page.difference;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Step;
import dev.makeline.recipe.compare.Comparison;
import dev.makeline.recipe.compare.ComparisonTable;
import dev.makeline.recipe.compare.JudgedDifference;
import dev.makeline.recipe.compare.TableCell;
import dev.makeline.recipe.compare.TableRow;
import dev.makeline.recipe.compare.Told;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/// A recipe and a make of it, or two revisions, side by side. A pure function of both.
///
/// @param headline the whole comparison in a sentence
/// @param score from 0, the same, to 100, another dish
/// @param batch such as `×2`; empty when both are of one size
/// @param told what is said otherwise and is no difference
/// @param numbers rating and yield
public record DifferenceView(
        Verdict verdict,
        String headline,
        int score,
        Optional<String> batch,
        Amounts amounts,
        List<String> told,
        List<DifferenceRow> ingredients,
        List<DifferenceRow> steps,
        List<DifferenceRow> numbers) {

    public DifferenceView {
        told = List.copyOf(told);
        ingredients = List.copyOf(ingredients);
        steps = List.copyOf(steps);
        numbers = List.copyOf(numbers);
    }

    public static DifferenceView of(Recipe recipe, Recipe make, Amounts amounts) {
        ComparisonTable table = ComparisonTable.of(recipe, List.of(make));
        Comparison comparison = table.comparisons().getFirst();
        Rows rows = new Rows(comparison);
        return new DifferenceView(
                Verdict.of(comparison),
                comparison.headline(),
                comparison.deviationScore(),
                comparison.batchFactor().isOne()
                        ? Optional.empty()
                        : Optional.of(comparison.batchFactor().text()),
                amounts,
                comparison.told().stream().map(Told::sentence).toList(),
                rows.ingredients(table.ingredients(), amounts),
                rows.steps(table.steps(), make.steps()),
                rows.numbers(List.of(table.rating(), table.servings())));
    }

    /// Makes rows of those of a table with one make.
    private record Rows(Comparison comparison) {

        private static final BinaryOperator<String> LINES = "%s\n%s"::formatted;

        List<DifferenceRow> ingredients(List<TableRow<Ingredient>> table, Amounts amounts) {
            List<DifferenceRow> rows = new ArrayList<>();
            for (int i = 0; i < table.size(); i++) {
                TableRow<Ingredient> row = table.get(i);
                Optional<Ingredient> made = values(row).stream().findFirst();
                rows.add(
                        row(
                                differences(row, "/ingredients/" + i),
                                row.recipe().map(one -> text(one, made, amounts)),
                                made.map(one -> text(one, amounts))));
            }
            return rows;
        }

        private String text(Ingredient recipe, Optional<Ingredient> made, Amounts amounts) {
            return switch (amounts) {
                case AS_WRITTEN -> IngredientText.asWritten(recipe);
                case SAME_BATCH -> IngredientText.ofRecipe(recipe, made, comparison.batchFactor());
            };
        }

        private static String text(Ingredient made, Amounts amounts) {
            return switch (amounts) {
                case AS_WRITTEN -> IngredientText.asWritten(made);
                case SAME_BATCH -> IngredientText.ofMake(made);
            };
        }

        /// A step that only the make has stands behind what was done before it.
        List<DifferenceRow> steps(List<TableRow<Step>> table, List<Step> made) {
            List<TableRow<Step>> ordered = new ArrayList<>();
            table.stream().filter(row -> row.recipe().isPresent()).forEach(ordered::add);
            table.stream()
                    .filter(row -> row.recipe().isEmpty())
                    .forEach(row -> ordered.add(placeOf(row, ordered, made), row));
            List<DifferenceRow> rows = new ArrayList<>();
            int place = 0;
            for (TableRow<Step> row : ordered) {
                String pointer = row.recipe().isPresent() ? "/steps/" + place++ : "";
                rows.add(
                        row(
                                differences(row, pointer),
                                row.recipe().map(Step::text),
                                values(row).stream().map(Step::text).reduce(LINES)));
            }
            return rows;
        }

        private static int placeOf(
                TableRow<Step> added, List<TableRow<Step>> ordered, List<Step> made) {
            int own = indexOf(made, values(added).getFirst());
            int place = 0;
            for (int i = 0; i < ordered.size(); i++) {
                if (values(ordered.get(i)).stream().anyMatch(step -> indexOf(made, step) < own)) {
                    place = i + 1;
                }
            }
            return place;
        }

        /// By identity: steps may repeat.
        private static int indexOf(List<Step> steps, Step wanted) {
            for (int i = 0; i < steps.size(); i++) {
                if (isSame(steps.get(i), wanted)) {
                    return i;
                }
            }
            return -1;
        }

        @SuppressWarnings("ReferenceEquality")
        private static boolean isSame(Step one, Step other) {
            return one == other;
        }

        List<DifferenceRow> numbers(List<TableRow<BigDecimal>> table) {
            return table.stream()
                    .filter(row -> row.recipe().isPresent() || !values(row).isEmpty())
                    .map(row ->
                            row(
                                    differences(row, "/" + row.name()),
                                    row.recipe().map(number -> text(row, number)),
                                    values(row).stream()
                                            .findFirst()
                                            .map(number -> text(row, number))))
                    .toList();
        }

        private static String text(TableRow<BigDecimal> row, BigDecimal number) {
            String plain = number.stripTrailingZeros().toPlainString();
            return row.name().equals("rating") ? "Rated " + plain : "Serves " + plain;
        }

        private static <T> List<T> values(TableRow<T> row) {
            return switch (row.makes().getFirst()) {
                case TableCell.Present<T>(List<T> values, var _) -> values;
                case TableCell.Absent<T> _ -> List.of();
            };
        }

        /// What is told of the place in the recipe or of that in the make.
        private Set<JudgedDifference> differences(TableRow<?> row, String pointer) {
            Set<JudgedDifference> all = new LinkedHashSet<>();
            if (row.recipe().isPresent()) {
                comparison.judged().stream()
                        .filter(one -> one.difference().places().recipe().contains(pointer))
                        .forEach(all::add);
            }
            if (row.makes().getFirst() instanceof TableCell.Present<?>(var _, var own)) {
                all.addAll(own);
            }
            return all;
        }

        private static DifferenceRow row(
                Set<JudgedDifference> differences, Optional<String> recipe, Optional<String> make) {
            List<DifferenceRow.Note> notes =
                    differences.stream()
                            .map(one ->
                                    new DifferenceRow.Note(
                                            Level.of(one.judgement()), one.sentence()))
                            .toList();
            MarkedTexts texts = texts(recipe, make, !differences.isEmpty());
            return new DifferenceRow(
                    Level.highest(differences), texts.recipe(), texts.make(), notes);
        }

        private static MarkedTexts texts(
                Optional<String> recipe, Optional<String> make, boolean areDifferent) {
            if (recipe.isEmpty() || make.isEmpty()) {
                return new MarkedTexts(
                        recipe.map(text -> List.of(new Mark(Mark.Kind.REMOVED, text)))
                                .orElseGet(List::of),
                        make.map(text -> List.of(new Mark(Mark.Kind.ADDED, text)))
                                .orElseGet(List::of));
            }
            return areDifferent
                    ? MarkedTexts.of(recipe.get(), make.get())
                    : MarkedTexts.unmarked(recipe.get(), make.get());
        }
    }
}
