package dev.makeline.recipe.line;

import java.util.Map;

/// Knows the portions that stand after their food: "3 garlic cloves", "4 parsley sprigs".
final class CountedFood {

    private static final Map<String, String> FOOD_OF_PORTION =
            Map.ofEntries(
                    Map.entry("clove", "garlic"),
                    Map.entry("cloves", "garlic"),
                    Map.entry("bulb", "fennel"),
                    Map.entry("bulbs", "fennel"),
                    Map.entry("stalk", "celery"),
                    Map.entry("stalks", "celery"),
                    Map.entry("stick", "celery"),
                    Map.entry("sticks", "celery"),
                    Map.entry("rib", "celery"),
                    Map.entry("ribs", "celery"));

    private final Reading line;

    CountedFood(Reading line) {
        this.line = line;
    }

    /// Whether the word at `i`, not the first of a name, is the portion that the name is counted
    /// in.
    boolean isCount(int i) {
        boolean last = !line.isWord(i + 1) || Lexicon.OPENER.has(line.lower(i + 1));
        return last
                && isPortionOf(line.lower(i), line.lower(i - 1))
                && !line.found().isEmpty()
                && hasNoPortion();
    }

    /// Whether the word at `i` is the portion in "12 finely minced cloves of garlic".
    boolean isPreparedCount(int i) {
        return i > 0
                && line.field(i - 1) == Field.PREPARATION
                && !line.found().isEmpty()
                && hasNoPortion()
                && line.isWord(i + 1)
                && UnitMatch.at(line, i).filter(UnitMatch::isPortion).isPresent()
                && (line.lower(i + 1).equals("of")
                        || line.lower(i + 1).equals(FOOD_OF_PORTION.get(line.lower(i))));
    }

    private static boolean isPortionOf(String portion, String food) {
        return portion.equals("sprig")
                || portion.equals("sprigs")
                || food.equals(FOOD_OF_PORTION.get(portion));
    }

    private boolean hasNoPortion() {
        return line.found().stream().noneMatch(CountedFood::isPortion);
    }

    private static boolean isPortion(Reading.Found found) {
        return switch (found) {
            case Reading.Found.FoundNumber number -> false;
            case Reading.Found.FoundUnit unit ->
                    unit.match().isMeasure() || !Lexicon.SIZE.has(unit.match().text());
        };
    }
}
