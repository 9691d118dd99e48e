package dev.makeline.recipe.step;

/// Where something stands in one of several texts.
///
/// @param text index of the text; 0 when there is only one
/// @param start index of the first character
/// @param end index after the last character
public record TextPlace(int text, int start, int end) {

    public TextPlace {
        if (text < 0 || start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "A place runs forward inside a text; got text %d, %d to %d"
                            .formatted(text, start, end));
        }
    }

    TextPlace inText(int other) {
        return new TextPlace(other, start, end);
    }
}
