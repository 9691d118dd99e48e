package dev.makeline.benchmark.accuracy.edit;

import dev.makeline.benchmark.accuracy.draft.Foods;
import dev.makeline.benchmark.accuracy.edit.EditScript.Part;
import dev.makeline.benchmark.accuracy.words.WordFile;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Edits of whole steps, by the rules of [Edit].
final class StepEdits {

    private static final int LEAST_WORDS = 5;

    /// Of the words of both steps together.
    private static final double MOST_SHARED = 0.4;

    private static final List<String> TO_ADD = WordFile.lines(Edit.class, "steps-to-add.txt");

    private static final Map<String, String> ACTIONS =
            WordFile.lines(Edit.class, "actions.txt").stream()
                    .map(line -> line.split(" = ", 2))
                    .collect(Collectors.toMap(sides -> sides[0], sides -> sides[1]));

    /// An action where a sentence or a clause of an instruction starts.
    private static final Pattern ACTION =
            Pattern.compile(
                    "(?:^|[.!?;]\\s+|, then |\\band |\\bcontinue )("
                            + String.join("|", ACTIONS.keySet())
                            + ")\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[a-z\\d)]{2}[.!?])\\s+(?=\\p{Lu})");

    private StepEdits() {}

    static boolean add(EditScript script, RandomGenerator random) {
        String text = TO_ADD.get(random.nextInt(TO_ADD.size()));
        boolean distinct =
                script.recipe().steps().stream().noneMatch(step -> isLike(script, step, text))
                        && script.steps().stream()
                                .noneMatch(part -> isLike(script, part.value(), text));
        if (!distinct) {
            return false;
        }
        int at = random.nextInt(script.steps().size() + 1);
        return script.addStep(at, text);
    }

    static boolean remove(EditScript script, RandomGenerator random) {
        if (script.steps().size() < 4) {
            return false;
        }
        return at(
                script,
                random,
                _ -> true,
                at -> {
                    script.removeStep(at);
                    return true;
                });
    }

    /// At most one in a recipe: of two that pass each other nobody can say which moved.
    static boolean move(EditScript script, RandomGenerator random) {
        if (!script.movedSteps().isEmpty() || script.steps().size() < 4) {
            return false;
        }
        return at(
                script,
                random,
                _ -> true,
                from -> {
                    int to = random.nextInt(script.steps().size());
                    if (Math.abs(from - to) < 2) {
                        return false;
                    }
                    script.moveStep(from, to);
                    return true;
                });
    }

    static boolean split(EditScript script, RandomGenerator random) {
        return at(
                script,
                random,
                at -> !halves(script, at).isEmpty(),
                at -> {
                    List<String> halves = halves(script, at);
                    script.splitStep(at, halves.getFirst(), halves.getLast());
                    return true;
                });
    }

    static boolean merge(EditScript script, RandomGenerator random) {
        return at(
                script,
                random,
                at -> mayMerge(script, at),
                at -> {
                    String first = script.steps().get(at).value().strip();
                    String closed = first.matches(".*[.!?]") ? first : first + ".";
                    script.mergeSteps(at, closed + " " + script.steps().get(at + 1).value());
                    return true;
                });
    }

    static boolean action(EditScript script, RandomGenerator random) {
        return at(
                script,
                random,
                at -> ACTION.matcher(script.steps().get(at).value()).find(),
                at -> {
                    String text = script.steps().get(at).value();
                    Matcher action = ACTION.matcher(text);
                    if (!action.find()) {
                        return false;
                    }
                    String done = action.group(1);
                    String other = ACTIONS.getOrDefault(done.toLowerCase(Locale.ROOT), done);
                    boolean capital = Character.isUpperCase(done.charAt(0));
                    String written =
                            capital
                                    ? other.substring(0, 1).toUpperCase(Locale.ROOT)
                                            + other.substring(1)
                                    : other;
                    script.editStep(
                            at,
                            text.substring(0, action.start(1))
                                    + written
                                    + text.substring(action.end(1)),
                            "step-changed");
                    return true;
                });
    }

    /// One of the steps that nothing was done to, that stands out and that fits.
    static boolean at(
            EditScript script, RandomGenerator random, IntPredicate fits, IntPredicate edit) {
        int[] places =
                IntStream.range(0, script.steps().size())
                        .filter(at -> !script.steps().get(at).edited() && isDistinct(script, at))
                        .filter(fits)
                        .toArray();
        return places.length > 0 && edit.test(places[random.nextInt(places.length)]);
    }

    private static boolean mayMerge(EditScript script, int at) {
        if (at + 1 >= script.steps().size()) {
            return false;
        }
        Part<String> next = script.steps().get(at + 1);
        return !next.edited()
                && next.recipe() == script.steps().get(at).recipe() + 1
                && isDistinct(script, at + 1);
    }

    private static List<String> halves(EditScript script, int at) {
        String text = script.steps().get(at).value();
        Matcher end = SENTENCE_END.matcher(text);
        while (end.find()) {
            String first = text.substring(0, end.start());
            String second = text.substring(end.end());
            if (Foods.words(first).size() >= LEAST_WORDS
                    && Foods.words(second).size() >= LEAST_WORDS) {
                return List.of(first, second);
            }
        }
        return List.of();
    }

    private static boolean isDistinct(EditScript script, int at) {
        Part<String> part = script.steps().get(at);
        return script.words(part.value()).size() >= LEAST_WORDS
                && IntStream.range(0, script.recipe().steps().size())
                        .filter(other -> other != part.recipe())
                        .noneMatch(other ->
                                isLike(script, script.recipe().steps().get(other), part.value()));
    }

    private static boolean isLike(EditScript script, String one, String other) {
        Set<String> both = new HashSet<>(script.words(one));
        Set<String> all = new HashSet<>(both);
        both.retainAll(script.words(other));
        all.addAll(script.words(other));
        return both.size() > MOST_SHARED * all.size();
    }
}
