package dev.makeline.recipe.step;

import dev.makeline.recipe.step.StepToken.Mark;
import dev.makeline.recipe.step.StepToken.Word;
import java.util.List;

/// What stands at a place of a list of tokens; nothing does outside of it.
final class TokenText {

    private TokenText() {}

    static boolean isWord(List<StepToken> tokens, int i, String lower) {
        return isInside(tokens, i)
                && tokens.get(i) instanceof Word word
                && word.lower().equals(lower);
    }

    static boolean isMark(List<StepToken> tokens, int i, char sign) {
        return isInside(tokens, i) && tokens.get(i) instanceof Mark mark && mark.sign() == sign;
    }

    static boolean isDash(List<StepToken> tokens, int i) {
        return isInside(tokens, i)
                && tokens.get(i) instanceof Mark mark
                && "-–—−‑‐~".indexOf(mark.sign()) >= 0;
    }

    static boolean isDegreeSign(List<StepToken> tokens, int i) {
        return isInside(tokens, i)
                && tokens.get(i) instanceof Mark mark
                && "°º˚℃℉".indexOf(mark.sign()) >= 0;
    }

    static boolean isInside(List<StepToken> tokens, int i) {
        return i >= 0 && i < tokens.size();
    }
}
