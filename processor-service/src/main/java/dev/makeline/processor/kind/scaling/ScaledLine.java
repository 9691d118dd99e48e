package dev.makeline.processor.kind.scaling;

import dev.makeline.recipe.line.IngredientLine;
import dev.makeline.recipe.line.LineAmount;
import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.AmountText;
import dev.makeline.recipe.quantity.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A line of ingredients with other amounts: `1 can (14 oz) tomatoes, drained` times 2 becomes `2
/// cans (14 ounces) tomatoes, drained`. The size of each thing counted stays.
final class ScaledLine {

    private ScaledLine() {}

    /// Empty when the line names no amount, or when what would be written would not be read as the
    /// amount that is meant.
    static Optional<String> of(String line, Rational factor) {
        IngredientLine read = IngredientLine.read(line);
        return read.total()
                .map(total -> total.times(factor))
                .flatMap(total ->
                        Optional.of(written(read, total, factor))
                                .filter(text -> isReadAs(text, total)));
    }

    private static String written(IngredientLine read, Amount total, Rational factor) {
        List<String> parts = new ArrayList<>();
        if (read.amounts().stream().anyMatch(LineAmount::approximate)) {
            parts.add("about");
        }
        parts.add(AmountText.of(total));
        String beside = beside(read, factor);
        if (!beside.isEmpty()) {
            parts.add("(" + beside + ")");
        }
        parts.add(read.name());
        if (!read.comment().isBlank()) {
            parts.add("(" + read.comment() + ")");
        }
        String text =
                parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
        return read.preparation().isBlank() ? text : text + ", " + read.preparation();
    }

    private static String beside(IngredientLine read, Rational factor) {
        return read.amounts().stream()
                .flatMap(one ->
                        switch (one.role()) {
                            case EACH -> Optional.of(one.amount()).stream();
                            case EQUIVALENT -> Optional.of(one.amount().times(factor)).stream();
                            case TOTAL, ADDED, TAKEN_OFF -> Optional.<Amount>empty().stream();
                        })
                .map(AmountText::of)
                .findFirst()
                .orElse("");
    }

    private static boolean isReadAs(String text, Amount total) {
        return IngredientLine.read(text).total().filter(total::isShownLike).isPresent();
    }
}
