package dev.makeline.recipe.compare;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.food.FoodName;
import dev.makeline.recipe.line.IngredientLine;
import dev.makeline.recipe.line.LineAmount;
import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.ButterStick;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.quantity.UnitSpelling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes an ingredient apart: by its line, or by its fields where there is no line or somebody has
/// changed the fields since. Never fails. Most ingredients of a make are written as in the recipe:
/// each text is read once. Confined to one comparison.
final class IngredientReader {

    private final Map<String, IngredientLine> lines = new HashMap<>();
    private final Map<String, FoodName> foods = new HashMap<>();

    List<ReadIngredient> read(List<Ingredient> ingredients) {
        List<ReadIngredient> read = new ArrayList<>(ingredients.size());
        for (Ingredient ingredient : ingredients) {
            read.add(read(read.size(), ingredient));
        }
        return read;
    }

    private ReadIngredient read(int index, Ingredient ingredient) {
        return ingredient
                .original()
                .map(original -> line(Wording.words(original)))
                .filter(line -> saysTheSame(line, ingredient))
                .map(line -> ofLine(index, ingredient, line))
                .orElseGet(() -> ofFields(index, ingredient));
    }

    private static boolean saysTheSame(IngredientLine line, Ingredient fields) {
        String name = fields.name().strip();
        boolean named =
                Wording.words(name).equalsIgnoreCase(line.name())
                        || Wording.words(name).equals(line.original().strip());
        return named
                && fields.quantity()
                        .map(quantity -> Amount.of(Rational.of(quantity), Unit.PIECE))
                        .map(quantity ->
                                line.amounts().stream()
                                        .limit(1)
                                        .map(LineAmount::amount)
                                        .anyMatch(first -> isWrittenAs(first, quantity, fields)))
                        .orElse(true);
    }

    private static boolean isWrittenAs(Amount first, Amount quantity, Ingredient fields) {
        Amount low = Amount.of(first.low(), Unit.PIECE);
        Amount high = Amount.of(first.high(), Unit.PIECE);
        return (low.isShownLike(quantity) || high.isShownLike(quantity))
                && KitchenUnit.of(fields.measurement()).equals(KitchenUnit.of(first.unit()));
    }

    private ReadIngredient ofLine(int index, Ingredient ingredient, IngredientLine line) {
        String name = line.name().isBlank() ? ingredient.name() : line.name();
        return new ReadIngredient(
                index,
                ingredient,
                amounts(line),
                food(name),
                name,
                line.preparation(),
                line.comment());
    }

    private static List<Amount> amounts(IngredientLine line) {
        List<Amount> amounts = new ArrayList<>();
        line.total().map(KitchenUnit::counted).ifPresent(amounts::add);
        line.total()
                .flatMap(total -> ButterStick.inTablespoons(total, line.name()))
                .ifPresent(amounts::addFirst);
        for (LineAmount amount : line.amounts()) {
            switch (amount.role()) {
                case EACH ->
                        line.total()
                                .filter(total ->
                                        !(total.unit() instanceof Unit.Measure measure)
                                                || measure.equals(Unit.PIECE))
                                .ifPresent(total -> amounts.addFirst(content(total, amount)));
                case EQUIVALENT -> amounts.add(KitchenUnit.counted(amount.amount()));
                case TOTAL, ADDED, TAKEN_OFF -> {}
            }
        }
        return amounts;
    }

    /// What is in the cans together.
    private static Amount content(Amount cans, LineAmount each) {
        return new Amount(
                cans.low().times(each.amount().low()),
                cans.high().times(each.amount().high()),
                KitchenUnit.counted(each.amount()).unit());
    }

    private ReadIngredient ofFields(int index, Ingredient ingredient) {
        String words = Wording.words(ingredient.name());
        IngredientLine line = line(counted(ingredient) ? "2 " + words : words);
        boolean plain = !isNameAlone(line, ingredient);
        String name = plain ? words : line.name();
        return new ReadIngredient(
                index,
                ingredient,
                ingredient
                        .quantity()
                        .map(quantity ->
                                plain
                                        ? amounts(quantity, ingredient)
                                        : amounts(quantity, ingredient, line))
                        .orElse(List.of()),
                food(name),
                name,
                plain ? "" : line.preparation(),
                plain ? "" : line.comment());
    }

    private IngredientLine line(String text) {
        return lines.computeIfAbsent(text, IngredientLine::read);
    }

    private FoodName food(String name) {
        return foods.computeIfAbsent(name, FoodName::of);
    }

    /// Whether the name may hold what it is counted in: `garlic cloves`.
    private static boolean counted(Ingredient ingredient) {
        return ingredient.quantity().isPresent()
                && KitchenUnit.of(ingredient.measurement()).equals(Unit.PIECE);
    }

    private static boolean isNameAlone(IngredientLine line, Ingredient ingredient) {
        return line.isUnderstood() && line.amounts().size() == (counted(ingredient) ? 1 : 0);
    }

    private static List<Amount> amounts(
            BigDecimal quantity, Ingredient ingredient, IngredientLine line) {
        if (line.amounts().isEmpty()) {
            return amounts(quantity, ingredient);
        }
        Unit unit = KitchenUnit.of(line.amounts().getFirst().amount().unit());
        return List.of(Amount.of(Rational.of(quantity), unit));
    }

    private static List<Amount> amounts(BigDecimal quantity, Ingredient ingredient) {
        Rational value = Rational.of(quantity);
        String measurement = ingredient.measurement();
        if (UnitSpelling.of(measurement.strip()).isEmpty() && hasDigit(measurement)) {
            IngredientLine sized = IngredientLine.read("1 " + measurement + " food");
            if (sized.name().equals("food") && sized.total().isPresent()) {
                return amounts(sized).stream().map(amount -> amount.times(value)).toList();
            }
        }
        Amount amount = Amount.of(value, KitchenUnit.of(measurement));
        Optional<Amount> sticks = ButterStick.inTablespoons(amount, ingredient.name());
        return sticks.map(tablespoons -> List.of(tablespoons, amount)).orElse(List.of(amount));
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
