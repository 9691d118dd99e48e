package dev.makeline.recipe.step;

import dev.makeline.recipe.step.StepToken.Mark;
import dev.makeline.recipe.step.StepToken.Numeral;
import java.util.List;

/// The number of a step that stands before its text: `1. Mix`, `2) Mix`, `Step 3: Mix`.
final class StepNumber {

    private StepNumber() {}

    /// Index of the first token after it; 0 when there is none.
    static int endIn(List<StepToken> tokens) {
        boolean named = TokenText.isWord(tokens, 0, "step");
        int number = named ? 1 : 0;
        if (!isWhole(tokens, number)) {
            return 0;
        }
        boolean closed =
                TokenText.isInside(tokens, number + 1)
                        && tokens.get(number + 1) instanceof Mark mark
                        && ".):".indexOf(mark.sign()) >= 0;
        boolean textFollows = tokens.size() > number + (closed ? 2 : 1);
        if (!textFollows || (!named && !closed)) {
            return 0;
        }
        return number + (closed ? 2 : 1);
    }

    private static boolean isWhole(List<StepToken> tokens, int i) {
        return TokenText.isInside(tokens, i)
                && tokens.get(i) instanceof Numeral number
                && !number.isRange()
                && number.low().isWhole();
    }
}
