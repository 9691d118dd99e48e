package dev.makeline.recipe.compare;

import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Step;
import dev.makeline.recipe.compare.TableCell.Absence;
import dev.makeline.recipe.step.StepAlignment;
import dev.makeline.recipe.step.StepMatch;
import dev.makeline.recipe.step.StepReadings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lines up the steps of many makes: by what stands for which step of the recipe, and those that
/// only makes have by their words.
final class StepRows {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// @param occurrence which of the same steps of one make, from 0
    private record Words(String words, int occurrence) {}

    private final int makes;
    private final List<RowCells<Step>> ofRecipe = new ArrayList<>();
    private final Map<Words, RowCells<Step>> added = new LinkedHashMap<>();

    private StepRows(int steps, int makes) {
        this.makes = makes;
        for (int i = 0; i < steps; i++) {
            ofRecipe.add(new RowCells<>(makes, Absence.REMOVED));
        }
    }

    static List<TableRow<Step>> of(Recipe recipe, List<ComparedMake> makes) {
        StepRows rows = new StepRows(recipe.steps().size(), makes.size());
        StepReadings readings = new StepReadings();
        for (int i = 0; i < makes.size(); i++) {
            rows.add(i, makes.get(i), matches(recipe, makes.get(i).make(), readings));
        }
        return rows.rows(recipe.steps());
    }

    private static List<StepMatch> matches(Recipe recipe, Recipe make, StepReadings readings) {
        StepAlignment alignment =
                StepAlignment.of(texts(recipe.steps()), texts(make.steps()), readings);
        return RewrittenSteps.join(alignment.matches(), recipe.steps(), make.steps(), readings);
    }

    private static List<String> texts(List<Step> steps) {
        return steps.stream().map(Step::text).toList();
    }

    private void add(int make, ComparedMake compared, List<StepMatch> matches) {
        for (StepMatch match : matches) {
            switch (match) {
                case StepMatch.Kept(int place, int other, double _) ->
                        ofRecipe.get(place).put(make, cell(compared, List.of(other)));
                case StepMatch.Moved(int place, int other, double _) ->
                        ofRecipe.get(place).put(make, cell(compared, List.of(other)));
                case StepMatch.Split(int place, List<Integer> others, double _) ->
                        ofRecipe.get(place).put(make, cell(compared, others));
                case StepMatch.Merged(List<Integer> places, int other, double _) ->
                        places.forEach(place ->
                                ofRecipe.get(place).put(make, cell(compared, List.of(other))));
                case StepMatch.Removed _ -> {}
                case StepMatch.Added(int other) ->
                        cellsOf(compared.make().steps().get(other), make)
                                .put(make, cell(compared, List.of(other)));
            }
        }
    }

    private RowCells<Step> cellsOf(Step step, int make) {
        String words =
                BETWEEN_WORDS.matcher(step.text().toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        int occurrence = 0;
        while (true) {
            RowCells<Step> row =
                    added.computeIfAbsent(
                            new Words(words, occurrence),
                            _ -> new RowCells<>(makes, Absence.NEVER_THERE));
            if (row.isAbsent(make)) {
                return row;
            }
            occurrence++;
        }
    }

    private static TableCell<Step> cell(ComparedMake compared, List<Integer> places) {
        return compared.present(
                places.stream().map(compared.make().steps()::get).toList(),
                places.stream().map(place -> "/steps/" + place).toList());
    }

    private List<TableRow<Step>> rows(List<Step> steps) {
        List<TableRow<Step>> rows = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            rows.add(
                    new TableRow<>(
                            "step " + (i + 1), Optional.of(steps.get(i)), ofRecipe.get(i).cells()));
        }
        added.values()
                .forEach(row ->
                        rows.add(new TableRow<>("added step", Optional.empty(), row.cells())));
        return rows;
    }
}
