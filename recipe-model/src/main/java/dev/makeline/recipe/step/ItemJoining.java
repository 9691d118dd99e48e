package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Makes one quantity of those that are written as two: `1 hour 30 minutes`, `30 minutes to 1
/// hour`, `350°F (180°C)`.
final class ItemJoining {

    private static final Set<String> JOINING_WORDS = Set.of("to", "or", "plus");

    /// Characters of a quantity with all that restates it; keeps the time in proportion to the
    /// text.
    private static final int LONGEST = 100;

    private final String text;

    private ItemJoining(String text) {
        this.text = text;
    }

    static List<StepItem> join(String text, List<StepItem> items) {
        ItemJoining joining = new ItemJoining(text);
        List<StepItem> joined = new ArrayList<>(items.size());
        items.forEach(item -> joining.add(joined, item));
        return joined;
    }

    private void add(List<StepItem> joined, StepItem item) {
        int before = joined.size() - 1;
        if (before > 0
                && joined.get(before) instanceof StepWord word
                && JOINING_WORDS.contains(word.spelling())) {
            before--;
        }
        if (before >= 0
                && item instanceof StepQuantity other
                && joined.get(before) instanceof StepQuantity one) {
            Optional<StepQuantity> both = both(one, other);
            if (both.isPresent()) {
                joined.subList(before, joined.size()).clear();
            }
            joined.add(both.orElse(other));
        } else {
            joined.add(item);
        }
    }

    private Optional<StepQuantity> both(StepQuantity one, StepQuantity other) {
        boolean apart = one.place().end() <= other.place().start();
        if (!apart || other.place().end() - one.place().start() > LONGEST) {
            return Optional.empty();
        }
        return switch (between(one, other)) {
            case "", "and", ",", ", and", "&", "plus" ->
                    SameQuantity.sum(one, other)
                            .or(() -> SameQuantity.restated(one, other, false))
                            .map(amounts -> joined(one, other, amounts));
            case "and a" ->
                    SameQuantity.plusFraction(one, other)
                            .map(amounts -> joined(one, other, amounts));
            case "to", "-", "–", "—" ->
                    SameQuantity.range(one, other).map(amounts -> joined(one, other, amounts));
            case "(", "[", "/", "|", "(or", "(about", "/about" ->
                    SameQuantity.restated(one, other, true)
                            .map(amounts -> joined(one, other, amounts));
            case "or" ->
                    SameQuantity.restated(one, other, false)
                            .map(amounts -> joined(one, other, amounts));
            default -> Optional.empty();
        };
    }

    private String between(StepQuantity one, StepQuantity other) {
        return text.substring(one.place().end(), other.place().start())
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private StepQuantity joined(StepQuantity one, StepQuantity other, List<Amount> amounts) {
        int start = one.place().start();
        int end = other.place().end();
        return new StepQuantity(
                one.kind(), amounts, text.substring(start, end), new TextPlace(0, start, end));
    }
}
