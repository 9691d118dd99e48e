package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Dimension;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.quantity.UnitSpelling;
import dev.makeline.recipe.step.StepToken.Word;
import java.util.List;

/// Reads words so that their spellings come out alike: `pre-heat` as `preheat`, `don't` as `do
/// not`.
final class WordReader {

    private WordReader() {}

    /// @param at index of a word
    /// @param items receives what it says, nothing for articles and `and`
    /// @return index of the token after it
    static int read(List<StepToken> tokens, int at, List<StepItem> items) {
        Word word = (Word) tokens.get(at);
        if (WordList.SILENT.contains(word.lower())) {
            return at + 1;
        }
        int rest = TokenText.isDash(tokens, at + 1) ? at + 2 : at + 1;
        if (WordList.PREFIX.contains(word.lower())
                && TokenText.isInside(tokens, rest)
                && tokens.get(rest) instanceof Word main) {
            items.add(item(word.lower() + main.lower(), word.start(), main.end()));
            return rest + 1;
        }
        if (word.lower().endsWith("n't") || word.lower().equals("cannot")) {
            items.add(item(withoutNot(word.lower()), word.start(), word.end()));
            items.add(item("not", word.start(), word.end()));
        } else {
            items.add(item(withoutPossessive(word.lower()), word.start(), word.end()));
        }
        return at + 1;
    }

    private static StepWord item(String spelling, int start, int end) {
        return new StepWord(Stem.of(spelledOut(spelling)), spelling, new TextPlace(0, start, end));
    }

    /// "A few mins" are a few minutes.
    private static String spelledOut(String spelling) {
        return UnitSpelling.of(spelling)
                .filter(unit -> spelling.length() > 1 && isTime(unit))
                .map(Unit::name)
                .orElse(spelling);
    }

    private static boolean isTime(Unit unit) {
        return unit instanceof Unit.Measure measure && measure.dimension() == Dimension.TIME;
    }

    private static String withoutNot(String word) {
        return switch (word) {
            case "can't", "cannot" -> "can";
            case "won't" -> "will";
            default -> word.substring(0, word.length() - 3);
        };
    }

    private static String withoutPossessive(String word) {
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }
}
