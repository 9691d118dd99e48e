package dev.makeline.benchmark.accuracy;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import java.util.List;
import java.util.stream.IntStream;

/// Shows a pair and what was made of it.
final class PairText {

    private PairText() {}

    static String of(String title, Recipe recipe, Recipe make, List<String> found) {
        StringBuilder text = new StringBuilder(title).append('\n');
        found.forEach(line -> text.append("  ! ").append(line).append('\n'));
        text.append(
                "  servings %s | %s%n"
                        .formatted(
                                recipe.servings().map(Object::toString).orElse("-"),
                                make.servings().map(Object::toString).orElse("-")));
        side(text, recipe.ingredients().stream().map(PairText::line).toList(), "r");
        side(text, make.ingredients().stream().map(PairText::line).toList(), "m");
        side(text, recipe.steps().stream().map(step -> step.text()).toList(), "rs");
        side(text, make.steps().stream().map(step -> step.text()).toList(), "ms");
        return text.toString();
    }

    private static void side(StringBuilder text, List<String> lines, String mark) {
        IntStream.range(0, lines.size())
                .forEach(at ->
                        text.append("  ")
                                .append(mark)
                                .append(at)
                                .append(' ')
                                .append(lines.get(at))
                                .append('\n'));
    }

    private static String line(Ingredient ingredient) {
        return ingredient
                .original()
                .orElseGet(() ->
                        "[%s] [%s] [%s]"
                                .formatted(
                                        ingredient.quantity().map(Object::toString).orElse(""),
                                        ingredient.measurement(),
                                        ingredient.name()));
    }
}
