package dev.makeline.benchmark.accuracy.alignment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Pairs of recipes of one dish whose actions people have aligned, as the folder `ara` holds them:
/// `DISH/recipes/RECIPE.conllu` with one word a line, its number first and in the fifth column
/// whether it is of an action, and `DISH/alignments.tsv` with a recipe, a word, another recipe and
/// its word, 0 for none.
///
/// A sentence is a step; where the recipe as kept has lost the end of a sentence, an action in
/// capitals starts the next. Two steps are aligned when any action of the one is aligned with one
/// of the other.
final class AlignedDishes {

    record Link(int recipe, int make) {}

    /// @param acting steps that hold an action; nobody has judged the others
    record Segmented(List<String> steps, Map<String, Integer> stepOfWord, Set<Integer> acting) {}

    record AlignedPair(Segmented recipe, Segmented make, Set<Link> links) {}

    private AlignedDishes() {}

    /// By the dish's name.
    static Map<String, List<AlignedPair>> read(Path folder) throws IOException {
        Map<String, List<AlignedPair>> dishes = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path dish : found.filter(Files::isDirectory).toList()) {
                dishes.put(dish.getFileName().toString(), pairs(dish));
            }
        }
        return dishes;
    }

    private static List<AlignedPair> pairs(Path dish) throws IOException {
        Map<List<String>, AlignedPair> pairs = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(dish.resolve("alignments.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t", -1);
            List<String> names = List.of(columns[0], columns[2]);
            if (!pairs.containsKey(names)) {
                pairs.put(
                        names,
                        new AlignedPair(
                                segmented(dish, columns[0]),
                                segmented(dish, columns[2]),
                                new HashSet<>()));
            }
            addLink(pairs.get(names), columns[1], columns[3]);
        }
        return List.copyOf(pairs.values());
    }

    private static void addLink(AlignedPair pair, String word, String otherWord) {
        Integer step = pair.recipe().stepOfWord().get(word);
        Integer other = pair.make().stepOfWord().get(otherWord);
        if (step != null && other != null) {
            pair.links().add(new Link(step, other));
        }
    }

    private static Segmented segmented(Path dish, String name) throws IOException {
        Segmented recipe = new Segmented(new ArrayList<>(), new TreeMap<>(), new HashSet<>());
        StringBuilder step = new StringBuilder();
        for (String line : Files.readAllLines(dish.resolve("recipes/" + name + ".conllu"))) {
            String[] columns = line.split("\t", -1);
            if (columns.length > 4) {
                if (columns[4].equals("B-A") && Character.isUpperCase(columns[1].charAt(0))) {
                    end(step, recipe.steps());
                }
                recipe.stepOfWord().put(columns[0], recipe.steps().size());
                if (!columns[4].equals("O")) {
                    recipe.acting().add(recipe.steps().size());
                }
                step.append(columns[1]).append(' ');
                if (Set.of(".", "!", "?").contains(columns[1])) {
                    end(step, recipe.steps());
                }
            }
        }
        end(step, recipe.steps());
        return recipe;
    }

    private static void end(StringBuilder step, List<String> steps) {
        if (!step.isEmpty()) {
            steps.add(step.toString().strip());
            step.setLength(0);
        }
    }
}
