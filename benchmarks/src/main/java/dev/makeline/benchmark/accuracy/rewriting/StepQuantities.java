package dev.makeline.benchmark.accuracy.rewriting;

import dev.makeline.benchmark.accuracy.draft.Draft;
import dev.makeline.benchmark.accuracy.draft.Numeral;
import dev.makeline.recipe.quantity.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Says temperatures, times and ranges of steps otherwise, as cooks do.
final class StepQuantities {

    private static final Pattern FAHRENHEIT =
            Pattern.compile("\\b([2-5]\\d\\d)(?:\\s?°\\s?F| degrees F(?:ahrenheit)?)\\b");

    private static final Pattern ANY_CELSIUS =
            Pattern.compile("(?:°\\s?C|degrees C|Celsius|\\d\\s?C)\\b");

    private static final Pattern CELSIUS =
            Pattern.compile("\\b(1\\d\\d|2[0-5]\\d)(?:\\s?°\\s?C| degrees C(?:elsius)?)\\b");

    private static final Pattern ANY_FAHRENHEIT =
            Pattern.compile("(?:°\\s?F|degrees F|Fahrenheit|\\d\\s?F)\\b");

    private static final Pattern RANGE =
            Pattern.compile(
                    "\\b(\\d+)\\s?(?:-|–|to|\\sto)\\s?(\\d+)(?= (?:minutes|mins|hours|times)\\b)");

    private static final Pattern MINUTES =
            Pattern.compile("(?<![-–/.\\d] ?|to |or |and )\\b(\\d+)( ?)(minutes|mins|min)\\b");

    private static final Pattern HOURS =
            Pattern.compile("(?<![-–/.\\d] ?|to |or |and )\\b(\\d+) (hours)\\b(?! and)");

    private static final List<Numeral> NUMERALS = List.of(Numeral.values());

    private StepQuantities() {}

    static Draft restated(Draft draft, RandomGenerator random) {
        List<String> others = new ArrayList<>();
        for (String step : draft.steps()) {
            others.add(times(ranges(temperature(step, random), random), random));
        }
        return draft.withSteps(others);
    }

    /// Steps that name both scales, or several temperatures, stay as they are.
    static String temperature(String step, RandomGenerator random) {
        if (FAHRENHEIT.matcher(step).results().count() == 1 && !ANY_CELSIUS.matcher(step).find()) {
            return FAHRENHEIT.matcher(step).replaceAll(found -> celsius(found, random));
        }
        if (CELSIUS.matcher(step).results().count() == 1 && !ANY_FAHRENHEIT.matcher(step).find()) {
            return CELSIUS.matcher(step).replaceAll(found -> fahrenheit(found));
        }
        return step;
    }

    private static String celsius(MatchResult found, RandomGenerator random) {
        double exact = (Integer.parseInt(found.group(1)) - 32) / 1.8;
        long ten = 10 * Math.round(exact / 10);
        long five = 5 * Math.round(exact / 5);
        long chosen = random.nextBoolean() && Math.abs(ten - exact) <= 4 ? ten : five;
        return chosen + pick(random, "°C", " °C", " degrees C");
    }

    private static String fahrenheit(MatchResult found) {
        double exact = Integer.parseInt(found.group(1)) * 1.8 + 32;
        long round = 25 * Math.round(exact / 25);
        return (Math.abs(round - exact) <= 7 ? round : 5 * Math.round(exact / 5)) + "°F";
    }

    private static String ranges(String step, RandomGenerator random) {
        return RANGE.matcher(step)
                .replaceAll(found ->
                        found.group(1) + pick(random, "-", " to ", "–", " - ") + found.group(2));
    }

    private static String times(String step, RandomGenerator random) {
        String hoursSaid = HOURS.matcher(step).replaceAll(found -> hours(found, random));
        return hoursSaid.equals(step)
                ? MINUTES.matcher(step).replaceAll(found -> minutes(found, random))
                : hoursSaid;
    }

    private static String hours(MatchResult found, RandomGenerator random) {
        int hours = Integer.parseInt(found.group(1));
        return hours <= 4 && random.nextBoolean()
                ? hours * 60 + " minutes"
                : hours + pick(random, " hrs", " hours", " h");
    }

    private static String minutes(MatchResult found, RandomGenerator random) {
        int minutes = Integer.parseInt(found.group(1));
        Optional<String> hours =
                minutes >= 30 && minutes % 30 == 0 ? inHours(minutes, random) : Optional.empty();
        return hours.filter(said -> random.nextInt(3) > 0)
                .orElseGet(() -> minutes + pick(random, " minutes", " mins", " min"));
    }

    private static Optional<String> inHours(int minutes, RandomGenerator random) {
        if (minutes == 30) {
            return Optional.of("half an hour");
        }
        if (minutes == 60) {
            return Optional.of(pick(random, "1 hour", "an hour", "one hour"));
        }
        Numeral style = NUMERALS.get(random.nextInt(NUMERALS.size()));
        String number = style.write(Rational.of(minutes, 60));
        return Optional.of((number + " hours").toLowerCase(Locale.ROOT));
    }

    private static String pick(RandomGenerator random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
