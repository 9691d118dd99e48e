package dev.makeline.recipe.line;

import dev.makeline.recipe.line.Token.Numeral;
import dev.makeline.recipe.quantity.WrittenNumber;
import java.util.Optional;

/// The number that stands at one place of a line, as a token.
///
/// @param end the place after it
/// @param number empty for digits that are no amount, see [WrittenNumber#value]
record NumberScan(String text, int end, Optional<Numeral> number) {

    static boolean startsAt(String line, int at) {
        return WrittenNumber.startsAt(line, at);
    }

    /// @param at a place where a number starts
    static NumberScan at(String line, int at) {
        WrittenNumber written = WrittenNumber.at(line, at);
        String text = line.substring(at, written.end());
        return new NumberScan(
                text,
                written.end(),
                written.value().map(value -> Numeral.of(text, value, written.fraction())));
    }
}
