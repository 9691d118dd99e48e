package dev.makeline.recipe.step;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Groups steps that stand for each other whatever the others are: those that both sides say once
/// in the same words, and those that one side says in several steps in a row. Of them the fewest
/// are moved that leave the others in order. O(n × m).
final class PlainMatches {

    /// Nobody parts a step into more; keeps hostile input cheap.
    private static final int MOST_PARTS = 8;

    private final StepSide recipe;
    private final StepSide make;
    private final List<Group> groups = new ArrayList<>();
    private final BitSet inRecipe = new BitSet();
    private final BitSet inMake = new BitSet();

    private record Group(List<Integer> recipes, List<Integer> makes) {}

    private PlainMatches(StepSide recipe, StepSide make) {
        this.recipe = recipe;
        this.make = make;
    }

    /// Puts the groups into both sides.
    static void group(StepSide recipe, StepSide make) {
        PlainMatches matches = new PlainMatches(recipe, make);
        matches.pairSame(recipe.texts(), make.texts());
        matches.pairSame(recipe.shapes(), make.shapes());
        matches.findParts();
        matches.put();
    }

    private void pairSame(List<String> recipeKeys, List<String> makeKeys) {
        Map<String, Integer> ofMake = once(makeKeys, inMake);
        once(recipeKeys, inRecipe)
                .forEach((key, step) -> {
                    Integer other = ofMake.get(key);
                    if (other != null) {
                        add(List.of(step), List.of(other));
                    }
                });
    }

    private static Map<String, Integer> once(List<String> keys, BitSet taken) {
        Map<String, Integer> once = new HashMap<>();
        BitSet repeated = new BitSet();
        for (int i = 0; i < keys.size(); i++) {
            if (!taken.get(i) && !keys.get(i).isEmpty()) {
                Integer earlier = once.putIfAbsent(keys.get(i), i);
                if (earlier != null) {
                    repeated.set(earlier);
                }
            }
        }
        once.values().removeIf(repeated::get);
        return once;
    }

    private void findParts() {
        for (int whole = 0; whole < recipe.size(); whole++) {
            List<Integer> parts = parts(recipe.shapes().get(whole), make.shapes(), inMake);
            if (!inRecipe.get(whole) && !parts.isEmpty()) {
                add(List.of(whole), parts);
            }
        }
        for (int whole = 0; whole < make.size(); whole++) {
            List<Integer> parts = parts(make.shapes().get(whole), recipe.shapes(), inRecipe);
            if (!inMake.get(whole) && !parts.isEmpty()) {
                add(parts, List.of(whole));
            }
        }
    }

    /// The steps in a row that together say the whole; none where there are no such.
    private static List<Integer> parts(String whole, List<String> steps, BitSet taken) {
        for (int first = 0; first + 1 < steps.size(); first++) {
            int said = 0;
            int next = first;
            while (next < steps.size()
                    && next < first + MOST_PARTS
                    && !taken.get(next)
                    && !steps.get(next).isEmpty()
                    && whole.startsWith(steps.get(next), said)) {
                said += steps.get(next).length();
                next++;
                if (said == whole.length() && next > first + 1) {
                    return IntStream.range(first, next).boxed().toList();
                }
                if (said >= whole.length() || whole.charAt(said) != ' ') {
                    break;
                }
                said++;
            }
        }
        return List.of();
    }

    private void add(List<Integer> recipes, List<Integer> makes) {
        groups.add(new Group(recipes, makes));
        recipes.forEach(inRecipe::set);
        makes.forEach(inMake::set);
    }

    private void put() {
        groups.sort(Comparator.comparingInt(group -> group.recipes().getFirst()));
        BitSet inOrder =
                LongestInOrder.of(
                        groups.stream().mapToInt(group -> group.makes().getFirst()).toArray());
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            StepGroup steps =
                    new StepGroup(
                            group.recipes().getFirst(),
                            group.makes().getFirst(),
                            1,
                            !inOrder.get(i));
            group.recipes().stream().skip(1).forEach(step -> steps.add(steps.recipes(), step, 1));
            group.makes().stream().skip(1).forEach(step -> steps.add(steps.makes(), step, 1));
            group.recipes().forEach(step -> recipe.put(step, steps));
            group.makes().forEach(step -> make.put(step, steps));
        }
    }
}
