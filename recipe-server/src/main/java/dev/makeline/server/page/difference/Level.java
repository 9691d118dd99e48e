package dev.makeline.server.page.difference;

import dev.makeline.recipe.compare.JudgedDifference;
import dev.makeline.recipe.compare.Judgement;
import java.util.Collection;

/// How much one line matters, from least to most: told by colour, shape and word.
public enum Level {
    SAME("ok", "As the recipe says"),
    WITHIN_TOLERANCE("within-tolerance", "Within tolerance"),
    DEVIATION("deviation", "Deviation"),
    CRITICAL("critical", "Critical");

    private final String icon;
    private final String label;

    Level(String icon, String label) {
        this.icon = icon;
        this.label = label;
    }

    static Level of(Judgement judgement) {
        return switch (judgement) {
            case WITHIN_TOLERANCE -> WITHIN_TOLERANCE;
            case DEVIATION -> DEVIATION;
            case CRITICAL -> CRITICAL;
        };
    }

    /// Of the weightiest difference.
    public static Level highest(Collection<JudgedDifference> differences) {
        return differences.stream()
                .map(one -> of(one.judgement()))
                .max(Level::compareTo)
                .orElse(SAME);
    }

    public String icon() {
        return icon;
    }

    public String label() {
        return label;
    }
}
