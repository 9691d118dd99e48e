package dev.makeline.recipe.line;

import dev.makeline.recipe.line.Token.Numeral;
import java.util.Optional;
import java.util.Set;

/// Reads what follows the first amount: "plus 2 tablespoons", which adds, and "or 1 stick", which
/// says it another way.
final class MoreAmount {

    private static final Set<String> ADDING = Set.of("plus", "and", "+", "&");

    private final Reading line;
    private final AmountPhrases amounts;

    MoreAmount(Reading line, AmountPhrases amounts) {
        this.line = line;
        this.amounts = amounts;
    }

    /// @return whether such an amount starts at `i`
    boolean read(int i) {
        String lower = line.lower(i);
        int start = amounts.afterAbout(i + 1);
        if (!amounts.starts(start)) {
            return false;
        }
        if (lower.equals("or") || lower.equals("/")) {
            line.mark(lower.equals("/") ? Field.QUANTITY : Field.COMMENT);
            line.mark(Field.COMMENT, start);
            return true;
        }
        boolean less = lower.equals("minus") || lower.equals("less");
        return (less || ADDING.contains(lower)) && correction(start, less);
    }

    private boolean correction(int start, boolean less) {
        Optional<UnitMatch> unit = UnitMatch.withSize(line, start + 1);
        if (unit.isEmpty()) {
            return false;
        }
        line.correctMain((Numeral) line.token(start), unit.get(), less);
        line.mark(Field.COMMENT, unit.get().end());
        return true;
    }
}
