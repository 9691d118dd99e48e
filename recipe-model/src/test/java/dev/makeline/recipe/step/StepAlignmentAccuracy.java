package dev.makeline.recipe.step;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import dev.makeline.recipe.step.AlignedDishes.AlignedPair;
import dev.makeline.recipe.step.AlignedDishes.Link;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Prints how well steps are aligned as people aligned them, beside java-diff-utils on the same
/// steps.
///
/// `StepAlignmentAccuracy DATA_DIR`: reads [AlignedDishes]. Links between steps that nobody has
/// judged are left out on all sides. The baseline gets the texts in lower case without punctuation;
/// once only its equal lines count, once also the lines of a changed block, paired in order.
public final class StepAlignmentAccuracy {

    private record Score(int right, int found, int labelled) {
        Score plus(Score other) {
            return new Score(right + other.right, found + other.found, labelled + other.labelled);
        }

        double precision() {
            return found == 0 ? 0 : (double) right / found;
        }

        double recall() {
            return labelled == 0 ? 0 : (double) right / labelled;
        }

        double f1() {
            return found + labelled == 0 ? 0 : 2.0 * right / (found + labelled);
        }
    }

    private record Method(String name, Function<AlignedPair, Set<Link>> links) {}

    private static final List<Method> METHODS =
            List.of(
                    new Method("StepAlignment", StepAlignmentAccuracy::aligned),
                    new Method("diff-utils equal", pair -> baseline(pair, false)),
                    new Method("diff-utils blocks", pair -> baseline(pair, true)));

    private StepAlignmentAccuracy() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, List<AlignedPair>> dishes = AlignedDishes.read(Path.of(arguments[0], "ara"));
        dishes.forEach((dish, pairs) -> table(out, dish, pairs));
        table(out, "all", dishes.values().stream().flatMap(List::stream).toList());
    }

    private static void table(PrintStream out, String title, List<AlignedPair> pairs) {
        out.printf(Locale.ROOT, "%s: %d pairs of recipes%n", title, pairs.size());
        for (Method method : METHODS) {
            Score score =
                    pairs.stream()
                            .map(pair -> score(pair, method.links().apply(pair)))
                            .reduce(new Score(0, 0, 0), Score::plus);
            out.printf(
                    Locale.ROOT,
                    "  %-18s precision %.3f  recall %.3f  F1 %.3f%n",
                    method.name(),
                    score.precision(),
                    score.recall(),
                    score.f1());
        }
    }

    private static Score score(AlignedPair pair, Set<Link> found) {
        Set<Link> judged = new HashSet<>(found);
        judged.removeIf(link ->
                !pair.recipe().acting().contains(link.recipe())
                        || !pair.make().acting().contains(link.make()));
        int right = (int) judged.stream().filter(pair.links()::contains).count();
        return new Score(right, judged.size(), pair.links().size());
    }

    private static Set<Link> aligned(AlignedPair pair) {
        Set<Link> links = new HashSet<>();
        for (StepMatch match :
                StepAlignment.of(pair.recipe().steps(), pair.make().steps()).matches()) {
            links.addAll(links(match).toList());
        }
        return links;
    }

    private static Stream<Link> links(StepMatch match) {
        return switch (match) {
            case StepMatch.Kept kept -> Stream.of(new Link(kept.recipe(), kept.make()));
            case StepMatch.Moved moved -> Stream.of(new Link(moved.recipe(), moved.make()));
            case StepMatch.Split split ->
                    split.makes().stream().map(make -> new Link(split.recipe(), make));
            case StepMatch.Merged merged ->
                    merged.recipes().stream().map(recipe -> new Link(recipe, merged.make()));
            case StepMatch.Removed _, StepMatch.Added _ -> Stream.empty();
        };
    }

    private static Set<Link> baseline(AlignedPair pair, boolean blocks) {
        Set<Link> links = new HashSet<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(plain(pair.recipe().steps()), plain(pair.make().steps()), true)
                        .getDeltas()) {
            boolean linked =
                    delta.getType() == DeltaType.EQUAL
                            || (blocks && delta.getType() == DeltaType.CHANGE);
            int lines = Math.min(delta.getSource().size(), delta.getTarget().size());
            IntStream.range(0, linked ? lines : 0)
                    .mapToObj(line ->
                            new Link(
                                    delta.getSource().getPosition() + line,
                                    delta.getTarget().getPosition() + line))
                    .forEach(links::add);
        }
        return links;
    }

    private static List<String> plain(List<String> steps) {
        return steps.stream()
                .map(step -> step.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " "))
                .map(String::strip)
                .toList();
    }
}
