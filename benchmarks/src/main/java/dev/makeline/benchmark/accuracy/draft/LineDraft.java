package dev.makeline.benchmark.accuracy.draft;

import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Measured;
import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Verbatim;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.UnitSpelling;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes an ingredient line of a given recipe apart where that is beyond doubt: a number, perhaps a
/// unit, a food and after a comma its preparation, with nothing else that could be an amount, an
/// alternative or a remark. Every other line stays [Verbatim].
public final class LineDraft {

    private static final Pattern SIMPLE =
            Pattern.compile("(" + Numeral.PATTERN + ")\\s+([\\p{L}.]+)(.*)");

    private static final Pattern DOUBTFUL =
            Pattern.compile(
                    "\\d|[()/*+:;&]|\\b(?:or|plus|minus|and|each|about|more|heaping|heaped|scant|packed|"
                            + "level|extra|from|of|half|large|small|medium|to|for|if|a|an|optional)\\b");

    private static final Pattern AMOUNT =
            Pattern.compile(
                    "(?:("
                            + Numeral.PATTERN
                            + ")(\\s?[-–]\\s?|\\s+(?:to|or)\\s+))?("
                            + Numeral.PATTERN
                            + ")(\\s?)(?=(?:cups?|c|tablespoons?|tbsps?|teaspoons?|tsps?|ounces?|oz|lbs?|"
                            + "pounds?|grams?|g|kg|ml|l|liters?|litres?)\\b(?!-))",
                    Pattern.CASE_INSENSITIVE);

    /// What was done to the food before, and no other food.
    private static final Pattern PREPARATION =
            Pattern.compile("(?:(?:\\p{L}+ly|very|well) )*(?:\\p{L}+ed|cut|torn)\\b.*");

    private static final Pattern LEADING =
            Pattern.compile(
                    "^("
                            + Numeral.PATTERN
                            + ")(?:(\\s?[-–]\\s?|\\s+to\\s+)("
                            + Numeral.PATTERN
                            + "))?");

    private static final Pattern UNSCALABLE =
            Pattern.compile(
                    "\\b(?:a|an|one|two|three|four|half|quarter|few|couple|dozen|pinch|dash|handful|"
                            + "each|per|into|juice|zest|can|cans|jar|tin|packages?|plus|minus|splash|drizzle|"
                            + "clove|sprig|bunch|knob|piece|sheets?|slices?)\\b",
                    Pattern.CASE_INSENSITIVE);

    private LineDraft() {}

    public static DraftIngredient of(String line) {
        Matcher simple = SIMPLE.matcher(line.strip());
        if (!simple.matches()) {
            return new Verbatim(line);
        }
        String word = simple.group(2);
        boolean unit = UnitSpelling.of(word).isPresent();
        String rest = unit ? simple.group(3).strip() : word + simple.group(3);
        if (rest.isBlank() || DOUBTFUL.matcher(rest.toLowerCase(Locale.ROOT)).find()) {
            return new Verbatim(line);
        }
        int comma = rest.indexOf(',');
        String food = comma < 0 ? rest : rest.substring(0, comma);
        String preparation = comma < 0 ? "" : rest.substring(comma + 1).strip();
        boolean clear =
                preparation.isEmpty()
                        || (PREPARATION.matcher(preparation).matches()
                                && Foods.of(preparation).isEmpty()
                                && !food.strip().endsWith("ed"));
        if (!clear || food.isBlank() || UnitSpelling.of(food.split(" ", 2)[0]).isPresent()) {
            return new Verbatim(line);
        }
        return new Measured(
                Numeral.read(simple.group(1)), unit ? word : "", food.strip(), preparation);
    }

    /// The line with each of its amounts multiplied; empty when it is not certain which of its
    /// numbers are amounts.
    public static Optional<String> scaled(String line, Rational factor) {
        String stripped = line.strip();
        Matcher leading = LEADING.matcher(stripped);
        if (UNSCALABLE.matcher(stripped).find()) {
            return Optional.empty();
        }
        if (!leading.find()) {
            return stripped.chars().anyMatch(Character::isDigit)
                    ? Optional.empty()
                    : Optional.of(line);
        }
        String rest = stripped.substring(leading.end());
        String others = AMOUNT.matcher(rest).replaceAll("");
        if (others.chars().anyMatch(Character::isDigit) || rest.matches("^\\s?-.*")) {
            return Optional.empty();
        }
        return Optional.of(leadingScaled(leading, factor) + amountsScaled(rest, factor));
    }

    /// The text with each number before a volume or mass multiplied.
    public static String amountsScaled(String text, Rational factor) {
        return AMOUNT.matcher(text)
                .replaceAll(found ->
                        Optional.ofNullable(found.group(1))
                                        .map(low -> scaledNumber(low, factor) + found.group(2))
                                        .orElse("")
                                + scaledNumber(found.group(3), factor)
                                + found.group(4));
    }

    private static String scaledNumber(String number, Rational factor) {
        return Numeral.FRACTION.write(Numeral.read(number).times(factor));
    }

    private static String leadingScaled(Matcher leading, Rational factor) {
        String low = scaledNumber(leading.group(1), factor);
        return Optional.ofNullable(leading.group(3))
                .map(high -> low + leading.group(2) + scaledNumber(high, factor))
                .orElse(low);
    }
}
