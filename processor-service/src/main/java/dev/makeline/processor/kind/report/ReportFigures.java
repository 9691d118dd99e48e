package dev.makeline.processor.kind.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the page of a report is drawn from, summed up make by make so that no make is kept.
final class ReportFigures {

    /// A value at a time.
    record Point(Instant at, double value) {}

    /// How often a thing was done otherwise.
    ///
    /// @param example the last sentence that told it
    record Frequency(String label, int makes, String example) {}

    /// One ingredient's amounts as multiples of the recipe's, of the makes that had another.
    record Ratios(String ingredient, List<Double> values) {}

    private final String name;
    private final Map<Long, String> ingredients = new LinkedHashMap<>();
    private final Map<Long, List<Double>> ratios = new LinkedHashMap<>();
    private final Map<String, Frequency> frequencies = new HashMap<>();
    private final List<Point> ratings = new ArrayList<>();
    private final List<Point> scores = new ArrayList<>();
    private int makes;
    private int exact;

    ReportFigures(JsonNode recipe) {
        this.name = recipe.path("recipeName").asText();
        for (JsonNode ingredient : recipe.path("ingredients")) {
            if (ingredient.path("ingredientId").canConvertToLong()) {
                ingredients.put(
                        ingredient.path("ingredientId").asLong(),
                        ingredient.path("ingredientName").asText());
            }
        }
    }

    void add(ReportedMake make) {
        makes++;
        exact += make.differences().isEmpty() ? 1 : 0;
        make.rating().ifPresent(rating -> ratings.add(new Point(make.at(), rating.doubleValue())));
        make.score().ifPresent(score -> scores.add(new Point(make.at(), score)));
        Map<String, String> told = new LinkedHashMap<>();
        for (ReportedDifference difference : make.differences()) {
            told.put(label(difference), difference.sentence());
            addRatio(difference);
        }
        told.forEach((label, sentence) -> {
            int before =
                    Optional.ofNullable(frequencies.get(label)).map(Frequency::makes).orElse(0);
            frequencies.put(label, new Frequency(label, before + 1, sentence));
        });
    }

    private void addRatio(ReportedDifference difference) {
        OptionalDouble ratio = difference.ratio();
        if (difference.ingredientId().isPresent() && ratio.isPresent() && ratio.getAsDouble() > 0) {
            ratios.computeIfAbsent(difference.ingredientId().getAsLong(), _ -> new ArrayList<>())
                    .add(ratio.getAsDouble());
        }
    }

    private String label(ReportedDifference difference) {
        String kind = difference.kind().replace('-', ' ');
        if (difference.ingredientId().isPresent()) {
            long id = difference.ingredientId().getAsLong();
            return kind + ": " + ingredients.getOrDefault(id, "ingredient " + id);
        }
        return difference.stepId().isPresent()
                ? kind + ": step " + difference.stepId().getAsLong()
                : kind;
    }

    String name() {
        return name;
    }

    int makes() {
        return makes;
    }

    /// Makes without any difference.
    int exact() {
        return exact;
    }

    /// In the order of time.
    List<Point> ratings() {
        return ordered(ratings);
    }

    /// In the order of time.
    List<Point> scores() {
        return ordered(scores);
    }

    private static List<Point> ordered(List<Point> points) {
        return points.stream().sorted(Comparator.comparing(Point::at)).toList();
    }

    List<Frequency> mostFrequent(int most) {
        return frequencies.values().stream()
                .sorted(
                        Comparator.comparingInt(Frequency::makes)
                                .reversed()
                                .thenComparing(Frequency::label))
                .limit(most)
                .toList();
    }

    /// In the order of the recipe.
    List<Ratios> ratios() {
        return ingredients.entrySet().stream()
                .filter(one -> ratios.containsKey(one.getKey()))
                .map(one ->
                        new Ratios(
                                one.getValue(),
                                ratios.getOrDefault(one.getKey(), List.of()).stream()
                                        .sorted()
                                        .toList()))
                .toList();
    }
}
