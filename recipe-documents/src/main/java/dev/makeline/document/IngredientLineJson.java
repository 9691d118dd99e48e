package dev.makeline.document;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.makeline.recipe.line.IngredientLine;
import dev.makeline.recipe.line.LineAmount;
import dev.makeline.recipe.quantity.Rational;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// The JSON form of an ingredient line that was read: one object with the line's fields as
/// [IngredientLine] names them, its amounts in their order, and choices in kebab-case.
public final class IngredientLineJson {

    /// Digits that a decimal number may have to be written exactly; any kitchen number that is a
    /// decimal at all has fewer.
    private static final MathContext EXACT_DIGITS = MathContext.DECIMAL128;

    private IngredientLineJson() {}

    /// Writes one object; neither opens nor closes anything around it.
    public static void write(IngredientLine line, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("quantity", line.quantity());
        json.writeStringField("unit", line.unit());
        json.writeStringField("name", line.name());
        json.writeStringField("preparation", line.preparation());
        json.writeStringField("comment", line.comment());
        json.writeBooleanField("optional", line.optional());
        json.writeStringField("understanding", kebabCase(line.understanding()));
        json.writeStringField("original", line.original());
        json.writeArrayFieldStart("amounts");
        for (LineAmount amount : line.amounts()) {
            write(amount, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(LineAmount line, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeNumber("low", line.amount().low(), json);
        writeNumber("high", line.amount().high(), json);
        json.writeStringField("unit", line.amount().unit().name());
        json.writeStringField("role", kebabCase(line.role()));
        json.writeBooleanField("approximate", line.approximate());
        json.writeEndObject();
    }

    /// A number that is not whole has its fraction beside it: `"low": 1.5, "lowText": "1 1/2"`.
    private static void writeNumber(String name, Rational value, JsonGenerator json)
            throws IOException {
        json.writeFieldName(name);
        json.writeNumber(decimal(value).toPlainString());
        if (!value.isWhole()) {
            json.writeStringField(name + "Text", value.toString());
        }
    }

    /// The exact decimal number where there is one, else six significant digits.
    private static BigDecimal decimal(Rational value) {
        if (value.isWhole()) {
            return new BigDecimal(value.numerator());
        }
        BigDecimal longest =
                new BigDecimal(value.numerator())
                        .divide(new BigDecimal(value.denominator()), EXACT_DIGITS)
                        .stripTrailingZeros();
        return Rational.of(longest).equals(value) ? longest : value.approximation();
    }

    private static String kebabCase(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
