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

/// What foods weigh by volume, from `densities.txt`, which states its source. A food that the table
/// does not name has no density; water's is never taken for another food.
public final class Densities {

    private static final String TABLE = "densities.txt";
    private static final String SOURCE =
            "USDA FoodData Central (SR Legacy) household measures, rounded to the gram per US cup";
    private static final Map<String, Density> BY_FOOD = read();

    private Densities() {}

    /// @param food a name as [dev.makeline.recipe.line.IngredientLine#name] gives it; case does not
    ///   matter
    public static Optional<Density> of(String food) {
        return Optional.ofNullable(BY_FOOD.get(food.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Density> read() {
        Map<String, Density> byFood = new HashMap<>();
        Rational cup = ((Unit.Measure) Units.CUP).factor();
        for (String line : lines()) {
            int colon = line.indexOf(':');
            if (colon < 0 || line.startsWith("#")) {
                continue;
            }
            Rational grams = Rational.of(Long.parseLong(line.substring(colon + 1).strip()));
            for (String food : line.substring(0, colon).split(",", -1)) {
                byFood.put(food.strip(), new Density(grams.dividedBy(cup), SOURCE));
            }
        }
        return Map.copyOf(byFood);
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
