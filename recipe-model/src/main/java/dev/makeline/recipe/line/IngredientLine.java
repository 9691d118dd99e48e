package dev.makeline.recipe.line;

import dev.makeline.recipe.quantity.Amount;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One line of a recipe's ingredients, taken apart. Reading never fails: what no rule understands
/// stays in the name or the comment.
///
/// @param original as it was given
/// @param amounts the total first, then what else is said about it; empty for "salt to taste"
/// @param quantity the numbers as decimals in order of appearance, ranges with a hyphen: `1 14`,
///   `2-3`, `0.333`
/// @param unit the units in the singular, in the order of their numbers: `can ounce`, `large`
/// @param name the food with all that makes it another one: `fresh basil leaves`
/// @param preparation what was done to it before: `peeled and diced`
/// @param comment everything else that the line says
/// @param optional whether the line says that it can be left out
public record IngredientLine(
        String original,
        List<LineAmount> amounts,
        String quantity,
        String unit,
        String name,
        String preparation,
        String comment,
        boolean optional,
        Understanding understanding) {

    /// Longer lines are no ingredient: kept whole as the name, not understood. Far above the
    /// longest line of a real recipe.
    public static final int MAX_CHARACTERS = 10_000;

    public IngredientLine {
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(understanding, "understanding");
        amounts = List.copyOf(amounts);
    }

    /// Reads a line of any content. Common lines take microseconds, the longest a few milliseconds.
    public static IngredientLine read(String line) {
        if (line.length() > MAX_CHARACTERS) {
            return new IngredientLine(
                    line, List.of(), "", "", line.strip(), "", "", false, Understanding.TOO_LONG);
        }
        Reading reading = new Reading(Tokenizer.tokens(line));
        readInto(reading);
        return assemble(line, reading);
    }

    /// Says of every token which field it belongs to.
    static void readInto(Reading reading) {
        AmountPhrases phrases = new AmountPhrases(reading);
        new StartReader(reading, phrases).read();
        new NameReader(reading, phrases).read();
        new TailReader(reading, phrases).read();
    }

    /// How much of the food in one amount, with what the line adds or takes off: 1 1/8 cups for "1
    /// cup plus 2 tablespoons". Empty when the line names none, or one that cannot be added up.
    public Optional<Amount> total() {
        return LineTotal.of(amounts);
    }

    public boolean isUnderstood() {
        return understanding == Understanding.WHOLE;
    }

    private static IngredientLine assemble(String line, Reading reading) {
        String name = FieldText.of(reading, Field.NAME);
        return new IngredientLine(
                line,
                LineAmounts.of(reading),
                FieldText.quantity(reading),
                FieldText.unit(reading),
                name,
                FieldText.of(reading, Field.PREPARATION),
                FieldText.of(reading, Field.COMMENT),
                OptionalWords.areIn(reading),
                Understanding.of(reading, name));
    }
}
