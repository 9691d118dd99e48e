package dev.makeline.benchmark.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// What AWS takes, in dollars, at one place and date: `prices.txt`, the only prices there are.
///
/// @param date the first line of the file: place, date and how sure they are
public record PriceTable(String date, Map<String, Price> byName) {

    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

    public PriceTable {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public static PriceTable standard() {
        try (InputStream file =
                Objects.requireNonNull(PriceTable.class.getResourceAsStream("prices.txt"))) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PriceTable parse(String text) {
        Map<String, Price> prices = new LinkedHashMap<>();
        text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> BAR.split(line, -1))
                .map(parts -> new Price(parts[0], Double.parseDouble(parts[1]), parts[2], parts[3]))
                .forEach(price -> prices.put(price.name(), price));
        return new PriceTable(text.lines().findFirst().orElseThrow().substring(2), prices);
    }

    /// @throws IllegalArgumentException when there is no such price, with the names that there are
    public double get(String name) {
        return price(name).dollars();
    }

    public PriceTable with(String name, double dollars) {
        Price old = price(name);
        Map<String, Price> changed = new LinkedHashMap<>(byName);
        changed.put(name, new Price(name, dollars, old.unit(), old.source()));
        return new PriceTable(date, changed);
    }

    public Collection<Price> all() {
        return byName.values();
    }

    private Price price(String name) {
        Price found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no price '%s'; there are %s"
                            .formatted(name, String.join(", ", byName.keySet())));
        }
        return found;
    }
}
