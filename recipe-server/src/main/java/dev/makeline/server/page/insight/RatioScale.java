package dev.makeline.server.page.insight;

import java.math.BigDecimal;
import java.util.List;

/// Where an amount stands on a scale of multiples of the recipe's. Each bin of the figures is as
/// wide as every other, so that the scale is fine where tolerances are, and coarse far off.
///
/// @param bounds where one bin ends and the next begins, ascending
record RatioScale(List<BigDecimal> bounds) {

    private static final double TWICE = 2;

    RatioScale {
        bounds = List.copyOf(bounds);
    }

    int bins() {
        return bounds.size() + 1;
    }

    /// From 0, nothing of it, to 1, twice the last bound or more.
    double share(double ratio) {
        int bin = 0;
        while (bin < bounds.size() && ratio >= bounds.get(bin).doubleValue()) {
            bin++;
        }
        double from = bin == 0 ? 0 : bounds.get(bin - 1).doubleValue();
        double to = bin < bounds.size() ? bounds.get(bin).doubleValue() : TWICE * from;
        return Math.clamp((bin + (ratio - from) / (to - from)) / bins(), 0, 1);
    }
}
