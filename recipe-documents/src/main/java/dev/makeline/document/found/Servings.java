package dev.makeline.document.found;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many a yield names: the first number in `Serves 4`, `4–6 people`, `24 cookies`.
public final class Servings {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,2}(?!\\d))?");

    private Servings() {}

    public static Optional<BigDecimal> in(String yield) {
        Matcher number = NUMBER.matcher(yield);
        return number.find()
                ? Optional.of(new BigDecimal(number.group().replace(',', '.')))
                        .filter(count -> count.signum() > 0)
                : Optional.empty();
    }
}
