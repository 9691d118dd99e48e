package dev.makeline.server.insight;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// The bins of what was used as a multiple of what the recipe asks for: narrow where tolerances
/// are.
final class RatioBins {

    /// Each bin ends before its bound; the last has none.
    static final List<BigDecimal> BOUNDS =
            Stream.of(
                            "0.5", "0.75", "0.9", "0.95", "0.99", "1.01", "1.05", "1.1", "1.25",
                            "1.5", "2")
                    .map(BigDecimal::new)
                    .toList();

    /// Of what was used exactly as the recipe says.
    static final int EXACT = binOf(BigDecimal.ONE);

    private RatioBins() {}

    static int binOf(BigDecimal ratio) {
        int bin = 0;
        while (bin < BOUNDS.size() && ratio.compareTo(BOUNDS.get(bin)) >= 0) {
            bin++;
        }
        return bin;
    }
}
