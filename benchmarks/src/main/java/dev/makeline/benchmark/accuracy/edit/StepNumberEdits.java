package dev.makeline.benchmark.accuracy.edit;

import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Edits of the numbers in steps, by the rules of [Edit]. Only of steps in which such a number
/// stands once, so that it is never said in two ways of which one would stay.
final class StepNumberEdits {

    private static final Pattern TIME =
            Pattern.compile(
                    "(?<![-–/.\\d]|\\d to |\\d or |\\d - )\\b(\\d+)(?=[ -]?(?:minutes?|mins?|hours?|hrs?)\\b)");

    private static final Pattern ANY_TIME =
            Pattern.compile("(?:minutes?|mins?|hours?|hrs?|seconds?|overnight)\\b");

    private static final Pattern TEMPERATURE =
            Pattern.compile("\\b(\\d{3})(?=(?:\\s?°\\s?| degrees )(?:F|C)\\b)");

    private static final Pattern ANY_TEMPERATURE = Pattern.compile("°|degrees|gas mark|Gas Mark");

    private static final Pattern COUNT =
            Pattern.compile(
                    "(?<![-–/.\\d]|\\d to )\\b(\\d+)(?= (?:equal |even )?(?:pieces|balls|rounds|slices|layers|times|"
                            + "portions|wedges|strips|circles|squares|patties|cookies|muffins)\\b)");

    private StepNumberEdits() {}

    static boolean time(EditScript script, RandomGenerator random) {
        List<Double> factors = List.of(0.5, 1.5, 2.0, 3.0);
        return edit(
                script,
                random,
                TIME,
                ANY_TIME,
                "time-changed",
                number -> {
                    int other =
                            (int) Math.round(number * factors.get(random.nextInt(factors.size())));
                    return 3 * Math.abs(other - number) >= number ? other : number;
                });
    }

    static boolean temperature(EditScript script, RandomGenerator random) {
        List<Integer> changes = List.of(-50, -40, -30, 30, 40, 50);
        return edit(
                script,
                random,
                TEMPERATURE,
                ANY_TEMPERATURE,
                "temperature-changed",
                number -> number + changes.get(random.nextInt(changes.size())));
    }

    static boolean count(EditScript script, RandomGenerator random) {
        List<Double> factors = List.of(0.5, 1.5, 2.0);
        return edit(
                script,
                random,
                COUNT,
                COUNT,
                "count-changed",
                number -> {
                    int other =
                            (int) Math.round(number * factors.get(random.nextInt(factors.size())));
                    return Math.abs(other - number) >= 2 ? other : number;
                });
    }

    private static boolean edit(
            EditScript script,
            RandomGenerator random,
            Pattern number,
            Pattern any,
            String kind,
            IntFunction<Integer> change) {
        return StepEdits.at(
                script,
                random,
                at -> isOnce(script.steps().get(at).value(), number, any),
                at -> {
                    String text = script.steps().get(at).value();
                    Matcher found = number.matcher(text);
                    if (!found.find() || found.group(1).length() > 4) {
                        return false;
                    }
                    int before = Integer.parseInt(found.group(1));
                    int after = change.apply(before);
                    if (after == before || after < 1) {
                        return false;
                    }
                    script.editStep(
                            at,
                            text.substring(0, found.start(1))
                                    + after
                                    + text.substring(found.end(1)),
                            kind);
                    return true;
                });
    }

    private static boolean isOnce(String text, Pattern number, Pattern any) {
        return number.matcher(text).results().count() == 1
                && any.matcher(text).results().count() == 1;
    }
}
