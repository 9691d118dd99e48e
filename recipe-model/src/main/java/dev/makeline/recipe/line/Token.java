package dev.makeline.recipe.line;

import dev.makeline.recipe.quantity.Rational;
import java.util.Locale;

/// A piece of an ingredient line.
sealed interface Token {

    /// As written.
    String text();

    /// A word; hyphens stay inside it.
    ///
    /// @param lower the text in lower case, for looking up
    /// @param joint how it follows the number before it
    record Word(String text, String lower, Joint joint) implements Token {
        static Word of(String text, Joint joint) {
            String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
            return new Word(text, withoutPluralChoice(lower), joint);
        }

        /// As written, but `clove` for "clove(s)".
        String singular() {
            return withoutPluralChoice(text);
        }

        private static String withoutPluralChoice(String text) {
            int bracket = text.indexOf('(');
            return bracket < 0 ? text : text.substring(0, bracket);
        }

        boolean isJoined() {
            return joint != Joint.APART;
        }
    }

    enum Joint {
        /// With a space, or after no number.
        APART,
        /// `10-ounce`
        HYPHEN,
        /// `350g`
        TOUCHING
    }

    /// A number, or a range of two.
    ///
    /// @param fraction whether it was written with a fraction bar, so that a whole number before it
    ///   belongs to it
    record Numeral(String text, Rational low, Rational high, boolean fraction) implements Token {

        static Numeral of(String text, Rational value, boolean fraction) {
            return new Numeral(text, value, value, fraction);
        }

        Numeral upTo(Numeral other) {
            boolean ascending = low.compareTo(other.high) <= 0;
            return new Numeral(
                    text + "-" + other.text,
                    ascending ? low : other.high,
                    ascending ? other.high : low,
                    false);
        }

        /// As it is compared with other lines: a decimal number, `0.333`, or a range, `2-3`.
        String decimalText() {
            String from = low.decimalText(3);
            return low.equals(high) ? from : from + "-" + high.decimalText(3);
        }
    }

    /// A comma, semicolon, colon or dash between words.
    record Separator(String text) implements Token {}

    record Open(String text) implements Token {}

    record Close(String text) implements Token {}
}
