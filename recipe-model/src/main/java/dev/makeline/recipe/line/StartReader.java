package dev.makeline.recipe.line;

import dev.makeline.recipe.line.Reading.Found.FoundNumber;
import dev.makeline.recipe.line.Token.Numeral;
import dev.makeline.recipe.line.Token.Word;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import java.util.Optional;
import java.util.Set;

/// Reads what stands before the name of the food: numbers, units and words about them.
final class StartReader {

    private static final Set<String> ARTICLES = Set.of("a", "an");
    private static final Set<String> ADDING = Set.of("plus", "and", "+", "&");
    private static final Set<String> MORE_OR_LESS = Set.of("more", "less", "so");
    private static final Set<String> SHAPED =
            Set.of("-size", "-sized", "-thick", "-long", "-wide", "-diameter");
    private static final Rational HALF = Rational.of(1, 2);

    private final Reading line;
    private final AmountPhrases amounts;
    private boolean number;
    private boolean measure;
    private boolean portion;
    private int modifier = -1;

    StartReader(Reading line, AmountPhrases amounts) {
        this.line = line;
        this.amounts = amounts;
    }

    void read() {
        partOf();
        while (!line.ended() && step()) {}
    }

    private boolean step() {
        int i = line.at();
        if (line.isOpen(i)) {
            return bracket();
        }
        if (line.isNumber(i)) {
            return number(i);
        }
        return line.isSeparator(i) ? separator(i) : line.isWord(i) && word(i);
    }

    private boolean bracket() {
        if (number || portion) {
            amounts.bracket();
            return true;
        }
        return false;
    }

    private boolean separator(int i) {
        boolean unitBefore = measure || portion;
        boolean bullet = !number && i == 0;
        if ((unitBefore || bullet || line.token(i).text().equals("-")) && i + 1 < line.size()) {
            line.skip();
            return true;
        }
        return false;
    }

    private boolean number(int i) {
        if (measure && !amounts.starts(i)) {
            return false;
        }
        amounts.takeNumber();
        number = true;
        return true;
    }

    private boolean word(int i) {
        int comment = commentEnd(i);
        if (comment > i) {
            line.mark(Field.COMMENT, comment);
            return true;
        }
        return moreAmount(i)
                || modifierBeforeNumber(i)
                || half(i)
                || wholePortion(i)
                || shape(i)
                || unit(i);
    }

    /// The place after words that only speak of the amount.
    private int commentEnd(int i) {
        String lower = line.lower(i);
        if (Lexicon.ABOUT.has(lower) && isBeforeNumber(i)) {
            return i + 1;
        }
        if (ARTICLES.contains(lower) && !number && i + 1 < line.size()) {
            return i + 1;
        }
        if ((lower.equals("of") && (measure || portion || number))
                || (lower.equals("each") && portion)) {
            return i + 1;
        }
        if (number && lower.equals("or") && MORE_OR_LESS.contains(line.lower(i + 1))) {
            return i + 2;
        }
        boolean shaped =
                number
                        && SHAPED.stream().anyMatch(lower::endsWith)
                        && UnitMatch.sizeEnd(line, i) == i
                        && UnitMatch.at(line, i + 1).isPresent();
        return shaped ? i + 1 : i;
    }

    /// "plus 2 tablespoons", which adds, and "or 1 stick", which says it another way.
    private boolean moreAmount(int i) {
        String lower = line.lower(i);
        int start = amounts.afterAbout(i + 1);
        if (!(measure || portion) || !amounts.starts(start)) {
            return false;
        }
        if (ADDING.contains(lower) || lower.equals("minus")) {
            UnitMatch unit = UnitMatch.withSize(line, start + 1).orElse(null);
            if (unit == null) {
                return false;
            }
            line.correctMain((Numeral) line.token(start), unit, lower.equals("minus"));
            line.mark(Field.COMMENT, unit.end());
            return true;
        }
        if (lower.equals("or") || lower.equals("/")) {
            line.mark(Field.COMMENT, start);
            return true;
        }
        return false;
    }

    /// "Scant 1/2 cup".
    private boolean modifierBeforeNumber(int i) {
        if (number || !Lexicon.UNIT_MODIFIER.has(line.lower(i)) || !line.isNumber(i + 1)) {
            return false;
        }
        modifier = i;
        line.mark(Field.UNIT);
        return true;
    }

    /// "Half an onion".
    private boolean half(int i) {
        if (number || !line.lower(i).equals("half") || !line.isWord(i + 1)) {
            return false;
        }
        number = true;
        line.found().add(new FoundNumber(Numeral.of("half", HALF, false), "half", false, i));
        line.mark(Field.QUANTITY);
        if (ARTICLES.contains(line.lower(i + 1))) {
            line.mark(Field.COMMENT);
        }
        return true;
    }

    /// "8 whole cloves garlic": the size word belongs to the food.
    private boolean wholePortion(int i) {
        if (!number || !line.lower(i).equals("whole") || !line.isWord(i + 2)) {
            return false;
        }
        boolean counted = UnitMatch.at(line, i + 1).filter(UnitMatch::isPortion).isPresent();
        if (counted && !isFoodOfItsOwn(i + 1)) {
            line.mark(Field.NAME);
            return true;
        }
        return false;
    }

    /// `1/2-inch-thick` describes, unlike `1/2-inch`.
    private boolean shape(int i) {
        if (line.token(i) instanceof Word word
                && word.joined()
                && word.lower().indexOf('-') > 0
                && !line.found().isEmpty()
                && line.found().getLast() instanceof FoundNumber) {
            line.found().removeLast();
            line.correct(i - 1, Field.COMMENT);
            line.mark(Field.COMMENT);
            return true;
        }
        return false;
    }

    private boolean unit(int i) {
        if (!number && !standsAlone(i)) {
            return false;
        }
        Optional<UnitMatch> match = UnitMatch.withSize(line, i);
        if (match.isEmpty() || !isUnitHere(i, match.get())) {
            return false;
        }
        amounts.takeUnit(modified(match.get()));
        measure |= match.get().isMeasure();
        portion |= match.get().isPortion();
        return true;
    }

    private UnitMatch modified(UnitMatch match) {
        if (modifier < 0) {
            return match;
        }
        String text = line.lower(modifier) + " " + match.text();
        modifier = -1;
        return new UnitMatch(text, new Unit.Portion(text), match.end());
    }

    private boolean standsAlone(int i) {
        int end = UnitMatch.sizeEnd(line, i);
        while (Lexicon.PORTION_MODIFIER.has(line.lower(end)) && end < i + 2) {
            end++;
        }
        return Lexicon.PORTION_ALONE.has(line.lower(end)) && line.isWord(end + 1);
    }

    private boolean isUnitHere(int i, UnitMatch match) {
        boolean afterNumber = i > 0 && line.isNumber(i - 1);
        if (match.isMeasure()) {
            return !measure || afterNumber;
        }
        int last = match.end() - 1;
        boolean sizeAlone = Lexicon.SIZE.has(line.lower(last));
        if (!nameFollows(match.end()) && !(sizeAlone && line.isSeparator(match.end()))) {
            return false;
        }
        boolean afterMeasure = measure && !afterNumber;
        return afterMeasure
                ? Lexicon.PORTION_AFTER_MEASURE.has(line.lower(last))
                : !isFoodOfItsOwn(last);
    }

    /// "2 rib steaks" are steaks, "1 rib celery" is a rib.
    private boolean isFoodOfItsOwn(int i) {
        String next = line.lower(i + 1);
        return line.lower(i).equals("rib") && !next.equals("celery") && !next.equals("of");
    }

    private boolean nameFollows(int i) {
        int next = i;
        while (line.isOpen(next)) {
            next = line.afterBracket(next);
        }
        return line.isWord(next) || line.isNumber(next);
    }

    /// "Grated zest of 2 lemons", "Stems from 1 bunch parsley": the part comes before the amount.
    private void partOf() {
        int from = wordBefore("from");
        if (from > 0 && isBeforeNumber(from) && UnitMatch.at(line, 0).isEmpty()) {
            line.mark(Field.COMMENT, from + 1);
            return;
        }
        int i = PreparationWords.phraseEnd(line, 0);
        int part = -1;
        while (Lexicon.PART.has(line.lower(i)) || (part >= 0 && line.lower(i).equals("and"))) {
            part = i++;
        }
        if (part >= 0 && line.lower(i).equals("of") && isBeforeNumber(i)) {
            boolean pressed = line.lower(part).startsWith("juice");
            line.mark(pressed ? Field.COMMENT : Field.PREPARATION, i);
            line.mark(Field.COMMENT);
        }
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
