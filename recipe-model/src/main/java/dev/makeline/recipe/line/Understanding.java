package dev.makeline.recipe.line;

/// Judges a line that has been read.
final class Understanding {

    private Understanding() {}

    static boolean isOptional(Reading line) {
        for (int i = 0; i < line.size(); i++) {
            String lower = line.lower(i);
            if (lower.equals("optional") || (lower.equals("if") && isChoice(line.lower(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isChoice(String lower) {
        return lower.equals("desired") || lower.equals("using") || lower.equals("liked");
    }

    static boolean isUnderstood(Reading line, String name) {
        for (int i = 0; i < line.size(); i++) {
            if (line.isNumber(i) && line.field(i) == Field.NAME) {
                return false;
            }
        }
        return !name.isEmpty()
                && !Character.isDigit(name.codePointAt(0))
                && name.codePoints().anyMatch(Character::isLetter)
                && name.codePoints()
                        .filter(Character::isLetter)
                        .allMatch(letter ->
                                Character.UnicodeScript.of(letter)
                                        == Character.UnicodeScript.LATIN);
    }
}
