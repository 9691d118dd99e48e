package dev.makeline.benchmark.accuracy;

import java.util.Locale;

/// One line of the table of measures.
///
/// @param target empty when there is none
/// @param met true also when there is no target
/// @param reference what was measured, and what to hold it against
public record Row(String measure, String reached, String target, boolean met, String reference) {

    static Row told(String measure, String reached, String reference) {
        return new Row(measure, reached, "", true, reference);
    }

    static Row atLeast(String measure, double reached, double target, String reference) {
        return new Row(
                measure, number(reached), "≥ " + number(target), reached >= target, reference);
    }

    static Row percentAtLeast(String measure, double share, double target, String reference) {
        return new Row(measure, percent(share), "≥ " + percent(target), share >= target, reference);
    }

    static Row percentTold(String measure, double share, String reference) {
        return told(measure, percent(share), reference);
    }

    static Row above(String measure, double reached, double baseline, String reference) {
        return new Row(
                measure, number(reached), "> " + number(baseline), reached > baseline, reference);
    }

    static Row atMost(String measure, long reached, long target, String reference) {
        return new Row(
                measure,
                Long.toString(reached),
                Long.toString(target),
                reached <= target,
                reference);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
