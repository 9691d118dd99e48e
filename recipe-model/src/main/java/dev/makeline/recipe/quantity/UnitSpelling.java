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

/// Knows a unit by any of its spellings: `TBS`, `Tbsp.`, `tablespoons`; `T` is a tablespoon and `t`
/// a teaspoon. The spellings are in `unit-spellings.txt`.
public final class UnitSpelling {

    /// Words in the longest spelling, "cuillère à soupe".
    public static final int MAX_WORDS = 3;

    private static final String TABLE = "unit-spellings.txt";
    private static final Map<String, Unit> ANY_CASE = new HashMap<>();
    private static final Map<String, Unit> EXACT_CASE = new HashMap<>();

    static {
        read();
    }

    private UnitSpelling() {}

    /// @param written one to [#MAX_WORDS] words with single spaces between; points that end an
    ///   abbreviation do not matter
    public static Optional<Unit> of(String written) {
        String bare = written.indexOf('.') < 0 ? written : written.replace(".", "");
        Unit exact = EXACT_CASE.get(bare);
        return Optional.ofNullable(
                exact != null ? exact : ANY_CASE.get(bare.toLowerCase(Locale.ROOT)));
    }

    private static void read() {
        Map<String, Unit> defined = new HashMap<>();
        Units.ALL.forEach(unit -> defined.put(unit.name(), unit));
        for (String line : lines()) {
            if (line.isBlank() || line.startsWith("# ")) {
                continue;
            }
            int colon = line.indexOf(':');
            String name = line.substring(0, colon);
            Unit unit = defined.getOrDefault(name, new Unit.Portion(name));
            for (String spelling : line.substring(colon + 1).split(",", -1)) {
                add(spelling.strip(), unit);
            }
        }
    }

    private static void add(String spelling, Unit unit) {
        if (spelling.startsWith("\"")) {
            EXACT_CASE.put(spelling.substring(1, spelling.length() - 1), unit);
        } else {
            ANY_CASE.put(spelling, unit);
        }
    }

    private static List<String> lines() {
        try (InputStream table = UnitSpelling.class.getResourceAsStream(TABLE)) {
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
