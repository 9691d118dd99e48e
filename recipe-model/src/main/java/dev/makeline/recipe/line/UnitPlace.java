package dev.makeline.recipe.line;

/// Tells from the words around it whether a word that can be a unit is one.
final class UnitPlace {

    private final Reading line;

    UnitPlace(Reading line) {
        this.line = line;
    }

    /// "Pinch of salt", "large handful parsley": a portion that needs no number.
    boolean standsAlone(int i) {
        int end = UnitMatch.sizeEnd(line, i);
        while (end < i + 2
                && (Lexicon.PORTION_MODIFIER.has(line.lower(end))
                        || Lexicon.UNIT_MODIFIER.has(line.lower(end)))) {
            end++;
        }
        return Lexicon.PORTION_ALONE.has(line.lower(end)) && line.isWord(end + 1);
    }

    boolean isUnit(int i, UnitMatch match, StartSoFar soFar) {
        boolean afterNumber = i > 0 && line.isNumber(i - 1);
        if (match.isMeasure()) {
            return !soFar.measure() || afterNumber;
        }
        int last = match.end() - 1;
        boolean sizeAlone = Lexicon.SIZE.has(line.lower(last));
        if (!nameFollows(match.end()) && !(sizeAlone && line.isSeparator(match.end()))) {
            return false;
        }
        boolean afterMeasure = soFar.measure() && !afterNumber;
        return !isFoodOfItsOwn(last)
                && (!afterMeasure || Lexicon.PORTION_AFTER_MEASURE.has(line.lower(last)));
    }

    /// "2 rib steaks" are steaks, "1 rib celery" is a rib.
    boolean isFoodOfItsOwn(int i) {
        String next = line.lower(i + 1);
        return switch (line.lower(i)) {
            case "rib" -> !next.equals("celery") && !next.equals("of");
            case "pot" -> next.startsWith("roast") || next.startsWith("sticker");
            case "loaf" -> next.equals("sugar");
            case "bouquet" -> next.equals("garni");
            case "round" -> next.equals("steak") || next.equals("steaks") || next.equals("roast");
            default -> false;
        };
    }

    private boolean nameFollows(int i) {
        int next = i;
        while (line.isOpen(next)) {
            next = line.afterBracket(next);
        }
        return line.isWord(next) || line.isNumber(next);
    }
}
