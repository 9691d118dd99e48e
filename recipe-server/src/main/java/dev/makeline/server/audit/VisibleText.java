package dev.makeline.server.audit;

/// Texts of others as they are put on record and told: one line, of a bounded length, in which
/// nothing but visible characters and blanks stands. Whoever shows, exports or logs an event then
/// cannot be made to show a line that nobody wrote.
public final class VisibleText {

    private VisibleText() {}

    /// Control, formatting and separating characters and halves of surrogate pairs become
    /// `<U+hex>`. What was made so already stays as it is.
    ///
    /// @param most characters; what is longer ends in an ellipsis
    public static String of(String text, int most) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), most));
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int character = text.codePointAt(i);
            next = i + Character.charCount(character);
            String shown = shown(character);
            int room = next == text.length() ? most : most - 1;
            if (kept.length() + shown.length() > room) {
                return kept.append('…').toString();
            }
            kept.append(shown);
        }
        return kept.toString();
    }

    private static String shown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    "<U+%04X>".formatted(character);
            default -> Character.toString(character);
        };
    }
}
