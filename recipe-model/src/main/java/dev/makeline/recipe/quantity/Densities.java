package dev.makeline.recipe.quantity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What foods weigh by volume, from `densities.txt`, which states the source of each row. A food
/// that the table does not name has no density; water's is never taken for another food.
public final class Densities {

    private static final String TABLE = "densities.txt";
    private static final Map<String, Density> BY_FOOD = read();

    private Densities() {}

    /// @param food a name as [dev.makeline.recipe.line.IngredientLine#name] gives it; case and
    ///   hyphens do not matter
    public static Optional<Density> of(String food) {
        return Optional.ofNullable(BY_FOOD.get(normal(food)));
    }

    private static String normal(String food) {
        return food.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('’', '\'');
    }

    private static Map<String, Density> read() {
        Map<String, Density> byFood = new HashMap<>();
        lines().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> addRow(line, byFood));
        return Map.copyOf(byFood);
    }

    private static void addRow(String line, Map<String, Density> byFood) {
        String[] columns = line.split("\\|", -1);
        long grams = Long.parseLong(columns[1].strip());
        Rational cup = ((Unit.Measure) Units.CUP).factor();
        String source =
                "USDA National Nutrient Database for Standard Reference (public domain), NDB %s: 1 %s weighs %d g"
                        .formatted(columns[2].strip(), columns[3].strip(), grams);
        Density density = new Density(Rational.of(grams).dividedBy(cup), source);
        for (String food : columns[0].split(",", -1)) {
            byFood.put(food.strip(), density);
        }
    }

    private static List<String> lines() {
        try (InputStream table = Densities.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("The resource " + TABLE + " is missing");
            }
            return new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
