package dev.makeline.benchmark.usage;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Amounts by name, such as `requests.watcher-service.Sqs.ReceiveMessage`,
/// `units.write.makeline-recipes.PutItem` or `cpu.sender-service` in seconds.
public record Use(Map<String, Double> amounts) {

    public static final Use NONE = new Use(Map.of());

    public Use {
        amounts = Map.copyOf(amounts);
    }

    /// What remains when what is used anyway is taken away; never less than nothing.
    Use less(Use anyway, double times) {
        Map<String, Double> left = new TreeMap<>();
        amounts.forEach((name, amount) -> {
            double rest = amount - times * anyway.amounts().getOrDefault(name, 0.0);
            if (rest > 0) {
                left.put(name, rest);
            }
        });
        return new Use(left);
    }

    Use dividedBy(double parts) {
        return new Use(
                amounts.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> entry.getValue() / parts)));
    }

    /// Lines of a properties file, in order of the names.
    ///
    /// @param phase goes before each name
    public String lines(String phase) {
        return new TreeMap<>(amounts)
                .entrySet().stream()
                        .map(entry ->
                                "%s.%s = %s"
                                        .formatted(phase, entry.getKey(), figure(entry.getValue())))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    /// Three figures that count.
    private static String figure(double amount) {
        return new java.math.BigDecimal(String.format(Locale.ROOT, "%.2e", amount))
                .stripTrailingZeros()
                .toPlainString();
    }
}
