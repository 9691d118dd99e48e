package dev.makeline.benchmark.scale;

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

/// All inputs but the measured ones, each with its source: `service-limits.txt`.
public record ServiceLimits(Map<String, Input> byName) {

    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

    public ServiceLimits {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /// As AWS documents them, and as we set and designed the rest.
    public static ServiceLimits standard() {
        Map<String, Input> inputs = new LinkedHashMap<>();
        try (InputStream file =
                Objects.requireNonNull(
                        ServiceLimits.class.getResourceAsStream("service-limits.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(ServiceLimits::input)
                    .forEach(input -> inputs.put(input.name(), input));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ServiceLimits(inputs);
    }

    private static Input input(String line) {
        String[] parts = BAR.split(line, -1);
        return new Input(parts[0], Double.parseDouble(parts[1]), parts[2], parts[3]);
    }

    /// @throws IllegalArgumentException when there is no such input, with the names that there are
    public double get(String name) {
        return input(byName, name).value();
    }

    /// @throws IllegalArgumentException when there is no such input or the value is not above 0
    public ServiceLimits with(String name, double value) {
        Map<String, Input> changed = new LinkedHashMap<>(byName);
        changed.put(name, input(byName, name).with(value));
        return new ServiceLimits(changed);
    }

    public Collection<Input> all() {
        return byName.values();
    }

    private static Input input(Map<String, Input> byName, String name) {
        Input found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no input '%s'; there are %s"
                            .formatted(name, String.join(", ", byName.keySet())));
        }
        return found;
    }
}
