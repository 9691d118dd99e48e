package dev.makeline.benchmark.usage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What `bench usage` printed, kept in `measured-use.properties` as it was printed, with the
/// command and the date.
///
/// @param source the first comment of the file: command, date and machine
public record MeasuredUse(Map<String, Double> amounts, String source) {

    public MeasuredUse {
        amounts = Map.copyOf(amounts);
    }

    public static MeasuredUse standard() {
        try (InputStream file =
                Objects.requireNonNull(
                        MeasuredUse.class.getResourceAsStream("measured-use.properties"))) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param text lines `name = number` and comments
    static MeasuredUse parse(String text) {
        Map<String, Double> amounts = new TreeMap<>();
        text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\\s*=\\s*", 2))
                .forEach(parts -> amounts.put(parts[0], Double.valueOf(parts[1])));
        String source =
                String.join(
                        " ",
                        text.lines()
                                .filter(line -> line.startsWith("#"))
                                .limit(2)
                                .map(line -> line.substring(1).strip())
                                .toList());
        return new MeasuredUse(amounts, source);
    }

    /// The amounts of `drained`, `steady`, `idle`, `job` or `idle-jobs`, without that name.
    public Map<String, Double> of(String phase) {
        Map<String, Double> of = new TreeMap<>();
        amounts.forEach((name, amount) -> {
            if (name.startsWith(phase + '.')) {
                of.put(name.substring(phase.length() + 1), amount);
            }
        });
        return of;
    }

    /// @throws IllegalArgumentException when there is no such amount
    public MeasuredUse with(String name, double amount) {
        if (!amounts.containsKey(name)) {
            throw new IllegalArgumentException("Nothing was measured that is called " + name);
        }
        Map<String, Double> changed = new TreeMap<>(amounts);
        changed.put(name, amount);
        return new MeasuredUse(changed, source);
    }
}
