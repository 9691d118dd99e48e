package dev.makeline.recipe.line;

import dev.makeline.recipe.quantity.Rational;
import java.util.Set;

/// Knows the words at the start of a line that only speak of the amount, or of a part of the food.
final class StartComment {

    private static final Set<String> ARTICLES =
            Set.of(
                    "a", "an", "ein", "eine", "einen", "un", "une", "una", "uno", "een", "um",
                    "uma");
    private static final Set<String> THE = Set.of("the", "le", "la", "el");
    private static final Set<String> MORE_OR_LESS = Set.of("more", "less", "so");
    private static final Set<String> VAGUE = Set.of("few", "several", "some", "couple");
    private static final Set<String> SHAPED =
            Set.of("-size", "-sized", "-thick", "-long", "-wide", "-diameter");

    private final Reading line;
    private final AmountPhrases amounts;

    StartComment(Reading line, AmountPhrases amounts) {
        this.line = line;
        this.amounts = amounts;
    }

    static boolean isArticle(String lower) {
        return ARTICLES.contains(lower);
    }

    /// The place after the comment that starts at `i`; `i` where none does.
    int end(int i, StartSoFar soFar) {
        String lower = line.lower(i);
        if (Lexicon.ABOUT.has(lower) && isBeforeNumber(i)) {
            return i + 1;
        }
        boolean counts = !soFar.number() || line.lower(i - 1).equals("of") || isPartOfOne(i - 1);
        if (isArticle(lower) && counts && i + 1 < line.size()) {
            return i + 1;
        }
        if (lower.equals("little") && isArticle(line.lower(i - 1)) && line.isWord(i + 1)) {
            return i + 1;
        }
        if (isPartitive(lower, soFar)) {
            return i + 1;
        }
        if (lower.equals("each") && (soFar.number() || soFar.portion())) {
            return i + 1;
        }
        if (soFar.number() && lower.equals("or") && MORE_OR_LESS.contains(line.lower(i + 1))) {
            return i + 2;
        }
        if (soFar.isEmpty() && VAGUE.contains(lower)) {
            return vagueEnd(i);
        }
        return (soFar.number() || i == 0) && isShape(i) ? i + 1 : i;
    }

    /// "Pinch of", "500 g de", but "2 d'Anjou pears".
    private static boolean isPartitive(String lower, StartSoFar soFar) {
        return Lexicon.PARTITIVE.has(lower)
                && (soFar.hasUnit() || (soFar.number() && !lower.endsWith("'")));
    }

    /// "1/2 an avocado", "¼ of a cabbage".
    private boolean isPartOfOne(int i) {
        return line.isNumber(i)
                && line.token(i) instanceof Token.Numeral part
                && part.high().compareTo(Rational.ONE) < 0;
    }

    /// "A few dashes", "a couple of sprigs".
    private int vagueEnd(int i) {
        int end = line.lower(i + 1).equals("of") ? i + 2 : i + 1;
        return UnitMatch.withSize(line, end).filter(UnitMatch::isPortion).isPresent() ? end : i;
    }

    /// "1/2-inch-thick slices", "bite-size pieces".
    private boolean isShape(int i) {
        String lower = line.lower(i);
        return SHAPED.stream().anyMatch(lower::endsWith)
                && UnitMatch.sizeEnd(line, i) == i
                && UnitMatch.at(line, i + 1).isPresent();
    }

    /// "Grated zest of 2 lemons", "Stems from 1 bunch parsley": the part comes before the amount.
    void readPartOf() {
        int from = wordBefore("from");
        if (from > 0 && isBeforeNumber(from) && isPart()) {
            line.mark(Field.COMMENT, from + 1);
            return;
        }
        int i = PreparationWords.phraseEnd(line, THE.contains(line.lower(0)) ? 1 : 0);
        int part = -1;
        while (Lexicon.PART.has(line.lower(i)) || (part >= 0 && line.lower(i).equals("and"))) {
            part = i++;
        }
        if (part >= 0 && Lexicon.PARTITIVE.has(line.lower(i)) && isBeforeNumber(i)) {
            boolean pressed = Lexicon.JUICE.has(line.lower(part));
            line.mark(pressed ? Field.COMMENT : Field.PREPARATION, i);
            line.mark(Field.COMMENT);
        }
    }

    /// "Leaves from", unlike "1 cup from".
    private boolean isPart() {
        return UnitMatch.at(line, 0).filter(UnitMatch::isMeasure).isEmpty();
    }

    private int wordBefore(String lower) {
        int i = 0;
        while (i < 4 && line.isWord(i) && !line.lower(i).equals(lower)) {
            i++;
        }
        return line.lower(i).equals(lower) ? i : -1;
    }

    private boolean isBeforeNumber(int i) {
        int next = amounts.afterAbout(i + 1);
        return next < i + 4 && (line.isNumber(next) || line.lower(next).equals("half"));
    }
}
