package dev.makeline.recipe.line;

import dev.makeline.recipe.line.Reading.Found.FoundNumber;
import dev.makeline.recipe.line.Token.Numeral;
import dev.makeline.recipe.line.Token.Word;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import java.util.Optional;

/// Reads what stands before the name of the food: numbers, units and words about them.
final class StartReader {

    private static final Rational HALF = Rational.of(1, 2);

    private final Reading line;
    private final AmountPhrases amounts;
    private final StartComment comments;
    private final MoreAmount more;
    private final UnitPlace places;
    private StartSoFar soFar = StartSoFar.NOTHING;
    private int modifier = -1;

    StartReader(Reading line, AmountPhrases amounts) {
        this.line = line;
        this.amounts = amounts;
        comments = new StartComment(line, amounts);
        more = new MoreAmount(line, amounts);
        places = new UnitPlace(line);
    }

    void read() {
        comments.readPartOf();
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
        if (soFar.isEmpty()) {
            return false;
        }
        amounts.bracket();
        return true;
    }

    private boolean separator(int i) {
        boolean bullet = !soFar.number() && i == 0;
        boolean apart = soFar.hasUnit() || bullet || line.token(i).text().equals("-");
        if (apart && i + 1 < line.size()) {
            line.skip();
            return true;
        }
        return false;
    }

    private boolean number(int i) {
        if (soFar.measure() && !amounts.starts(i)) {
            return false;
        }
        amounts.takeNumber();
        soFar = soFar.withNumber();
        return true;
    }

    private boolean word(int i) {
        if (shape(i) || times(i)) {
            return true;
        }
        int comment = comments.end(i, soFar);
        if (comment > i) {
            line.mark(Field.COMMENT, comment);
            return true;
        }
        return (soFar.hasUnit() && more.read(i))
                || modifierBeforeNumber(i)
                || half(i)
                || wholePortion(i)
                || unit(i);
    }

    /// "2 x 400g tins" are two tins.
    private boolean times(int i) {
        if (!AmountPhrases.isTimes(line, i)) {
            return false;
        }
        if (isSize(i)) {
            line.found().removeLast();
            line.correct(i - 1, Field.COMMENT);
            line.mark(Field.COMMENT, i + 3);
        } else {
            line.mark(Field.QUANTITY);
        }
        return true;
    }

    /// "9x13-inch pan", unlike "1 x 5cm piece".
    private boolean isSize(int i) {
        return amounts.isLength(i + 1)
                && !line.isNumber(i + 2)
                && !line.found().isEmpty()
                && line.found().getLast() instanceof FoundNumber
                && UnitMatch.at(line, i + 3).filter(UnitMatch::isPortion).isEmpty();
    }

    /// "Scant 1/2 cup".
    private boolean modifierBeforeNumber(int i) {
        if (soFar.number() || !Lexicon.UNIT_MODIFIER.has(line.lower(i)) || !line.isNumber(i + 1)) {
            return false;
        }
        modifier = i;
        line.mark(Field.UNIT);
        return true;
    }

    /// "Half an onion".
    private boolean half(int i) {
        if (soFar.number() || !line.lower(i).equals("half") || !line.isWord(i + 1)) {
            return false;
        }
        if (line.lower(i + 1).equals("and")) {
            return false;
        }
        soFar = soFar.withNumber();
        line.found().add(new FoundNumber(Numeral.of("half", HALF, false), "half", false, i));
        line.mark(Field.QUANTITY);
        if (StartComment.isArticle(line.lower(i + 1))) {
            line.mark(Field.COMMENT);
        }
        return true;
    }

    /// "8 whole cloves garlic": the size word belongs to the food.
    private boolean wholePortion(int i) {
        if (!soFar.number() || !line.lower(i).equals("whole") || !line.isWord(i + 2)) {
            return false;
        }
        boolean counted = UnitMatch.at(line, i + 1).filter(UnitMatch::isPortion).isPresent();
        if (counted && !places.isFoodOfItsOwn(i + 1)) {
            line.mark(Field.NAME);
            return true;
        }
        return false;
    }

    /// `1/2-inch-thick` describes, unlike `1/2-inch`.
    private boolean shape(int i) {
        if (line.token(i) instanceof Word word
                && word.isJoined()
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
        boolean one = StartComment.isArticle(line.lower(i - 1)) || places.standsAlone(i);
        if (!soFar.number() && !one) {
            return false;
        }
        Optional<UnitMatch> match = UnitMatch.withSize(line, i);
        if (match.isEmpty() || !places.isUnit(i, match.get(), soFar)) {
            return false;
        }
        amounts.takeUnit(modified(match.get()));
        soFar = soFar.with(match.get());
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
}
