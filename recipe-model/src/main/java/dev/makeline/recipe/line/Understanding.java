package dev.makeline.recipe.line;

/// How far a line was understood, and what it lacks otherwise.
public enum Understanding {
    /// It has a food, and every number outside preparation and comment became an amount.
    WHOLE,
    /// Nothing in it can be the name of a food.
    NO_FOOD,
    /// The name has letters of a script that no rule knows.
    OTHER_SCRIPT,
    /// A number stands in the name: more digits than any kitchen needs, a division by zero, or a
    /// number in a place that no rule expects.
    UNREAD_NUMBER,
    /// It is longer than [IngredientLine#MAX_CHARACTERS].
    TOO_LONG;

    static Understanding of(Reading line, String name) {
        if (name.codePoints().noneMatch(Character::isLetter)) {
            return NO_FOOD;
        }
        if (!name.codePoints().filter(Character::isLetter).allMatch(Understanding::isLatin)) {
            return OTHER_SCRIPT;
        }
        return hasUnreadNumber(line, name) ? UNREAD_NUMBER : WHOLE;
    }

    private static boolean isLatin(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    private static boolean hasUnreadNumber(Reading line, String name) {
        for (int i = 0; i < line.size(); i++) {
            if (line.isNumber(i) && line.field(i) == Field.NAME) {
                return true;
            }
        }
        return Character.isDigit(name.codePointAt(0));
    }
}
