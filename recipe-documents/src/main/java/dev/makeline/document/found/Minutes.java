package dev.makeline.document.found;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as minutes: ISO 8601, `PT1H30M`, also with numbers left out as some sites write it,
/// `PTH10M`, or in words, `1 hour 30 min`. Seconds round up.
public final class Minutes {

    /// A year: what is longer was written in another unit than it says.
    private static final int MOST = 366 * 24 * 60;

    private static final String NUMBER = "(\\d{1,9}(?:[.,]\\d{1,3})?)?";
    private static final Pattern ISO =
            Pattern.compile(
                    "P(?:%1$sY)?(?:%1$sM)?(?:%1$sW)?(?:%1$sD)?T?(?:%1$sH)?(?:%1$sM)?(?:%1$sS)?"
                            .formatted(NUMBER),
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS =
            Pattern.compile(
                    "(?:%1$s\\s*(?:days?|d))?\\s*(?:%1$s\\s*(?:hours?|hrs?|h))?\\s*(?:and|,)?\\s*(?:%1$s\\s*(?:minutes?|mins?|m)\\.?)?"
                            .formatted(NUMBER),
                    Pattern.CASE_INSENSITIVE);
    private static final double[] ISO_MINUTES = {525_600, 43_200, 10_080, 1440, 60, 1, 1 / 60.0};
    private static final double[] WORD_MINUTES = {1440, 60, 1};

    private Minutes() {}

    /// Empty when the text is no duration, or one of 0.
    public static OptionalInt of(String text) {
        String stripped = text.strip();
        Matcher iso = ISO.matcher(stripped);
        if (iso.matches()) {
            return sum(iso, ISO_MINUTES);
        }
        Matcher words = WORDS.matcher(stripped);
        return words.matches() ? sum(words, WORD_MINUTES) : OptionalInt.empty();
    }

    /// Whether the text says that it takes no time, which sites write for "not given".
    public static boolean isNone(String text) {
        return text.isBlank() || text.strip().matches("(?i)P[0DTHMS.]*|0\\s*\\p{L}*");
    }

    private static OptionalInt sum(Matcher match, double[] minutes) {
        double sum = 0;
        for (int i = 0; i < minutes.length; i++) {
            String number = match.group(i + 1);
            sum += number == null ? 0 : Double.parseDouble(number.replace(',', '.')) * minutes[i];
        }
        return sum > 0 && sum <= MOST
                ? OptionalInt.of((int) Math.ceil(sum - 1e-6))
                : OptionalInt.empty();
    }
}
