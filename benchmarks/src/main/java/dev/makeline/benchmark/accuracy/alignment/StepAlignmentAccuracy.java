package dev.makeline.benchmark.accuracy.alignment;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import dev.makeline.benchmark.accuracy.alignment.AlignedDishes.AlignedPair;
import dev.makeline.benchmark.accuracy.alignment.AlignedDishes.Link;
import dev.makeline.benchmark.accuracy.score.Tally;
import dev.makeline.recipe.step.StepAlignment;
import dev.makeline.recipe.step.StepMatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How well steps are aligned as people aligned them, beside java-diff-utils on the same steps.
/// Links between steps that nobody has judged are left out on all sides. The baseline gets the
/// texts in lower case without punctuation.
///
/// @param pairs of recipes
/// @param own the product's
/// @param equalLines the baseline's, when only its equal lines count
/// @param blocks the baseline's, when also the lines of a changed block count, paired in order
public record StepAlignmentAccuracy(int pairs, Tally own, Tally equalLines, Tally blocks) {

    /// @param folder as [AlignedDishes] describes it
    public static StepAlignmentAccuracy of(Path folder) throws IOException {
        Map<String, List<AlignedPair>> dishes = AlignedDishes.read(folder);
        List<AlignedPair> pairs = dishes.values().stream().flatMap(List::stream).toList();
        return new StepAlignmentAccuracy(
                pairs.size(),
                tally(pairs, StepAlignmentAccuracy::aligned),
                tally(pairs, pair -> baseline(pair, false)),
                tally(pairs, pair -> baseline(pair, true)));
    }

    private static Tally tally(List<AlignedPair> pairs, Function<AlignedPair, Set<Link>> links) {
        return pairs.stream()
                .map(pair -> tally(pair, links.apply(pair)))
                .reduce(Tally.NONE, Tally::plus);
    }

    private static Tally tally(AlignedPair pair, Set<Link> found) {
        Set<Link> judged = new HashSet<>(found);
        judged.removeIf(link ->
                !pair.recipe().acting().contains(link.recipe())
                        || !pair.make().acting().contains(link.make()));
        int right = (int) judged.stream().filter(pair.links()::contains).count();
        return new Tally(right, judged.size(), pair.links().size());
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
