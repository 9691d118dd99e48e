package dev.makeline.server.page.difference;

import dev.makeline.recipe.compare.Comparison;
import dev.makeline.recipe.compare.Judgement;
import dev.makeline.recipe.compare.Outcome;

/// What is said of a make as a whole: told by colour, shape and word.
public enum Verdict {
    EXACT("ok", "Exact"),
    EQUIVALENT("ok", "Equivalent"),
    DEVIATING("deviation", "Deviating"),
    CRITICAL("critical", "Critical");

    private final String icon;
    private final String label;

    Verdict(String icon, String label) {
        this.icon = icon;
        this.label = label;
    }

    public static Verdict of(Comparison comparison) {
        return of(comparison.outcome().label(), (int) comparison.count(Judgement.CRITICAL));
    }

    /// @param outcome as it is kept with a make
    public static Verdict of(String outcome, int criticalCount) {
        if (criticalCount > 0) {
            return CRITICAL;
        }
        if (outcome.equals(Outcome.DEVIATING.label())) {
            return DEVIATING;
        }
        return outcome.equals(Outcome.EXACT.label()) ? EXACT : EQUIVALENT;
    }

    /// Whether a person should look at it.
    public boolean isException() {
        return this == DEVIATING || this == CRITICAL;
    }

    public String icon() {
        return icon;
    }

    public String label() {
        return label;
    }
}
