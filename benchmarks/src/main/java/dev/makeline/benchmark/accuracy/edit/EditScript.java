package dev.makeline.benchmark.accuracy.edit;

import dev.makeline.benchmark.accuracy.draft.Draft;
import dev.makeline.benchmark.accuracy.draft.DraftIngredient;
import dev.makeline.benchmark.accuracy.draft.Foods;
import dev.makeline.benchmark.accuracy.score.Claim;
import dev.makeline.benchmark.accuracy.score.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A recipe while it is edited: remembers where each part came from, and what a comparison should
/// find. No part is edited twice. Not thread-safe.
final class EditScript {

    /// @param recipe its index in the recipe, or [#ADDED]
    record Part<T>(T value, int recipe, boolean edited) {
        static final int ADDED = -1;

        boolean isAdded() {
            return recipe == ADDED;
        }

        Part<T> editedTo(T other) {
            return new Part<>(other, recipe, true);
        }
    }

    private final Draft recipe;
    private Draft header;
    private final List<Part<DraftIngredient>> ingredients = new ArrayList<>();
    private final List<Part<String>> steps = new ArrayList<>();
    private final List<Claim> expected = new ArrayList<>();
    private final Set<Integer> removedIngredients = new TreeSet<>();
    private final Set<Integer> removedSteps = new TreeSet<>();
    private final Set<Integer> movedSteps = new TreeSet<>();
    private final Map<String, Set<String>> words = new HashMap<>();
    private int editedIngredients;

    EditScript(Draft recipe) {
        this.recipe = recipe;
        this.header = recipe;
        for (DraftIngredient ingredient : recipe.ingredients()) {
            ingredients.add(new Part<>(ingredient, ingredients.size(), false));
        }
        for (String step : recipe.steps()) {
            steps.add(new Part<>(step, steps.size(), false));
        }
    }

    /// As [Foods#words], kept since every edit asks again.
    Set<String> words(String text) {
        return words.computeIfAbsent(text, Foods::words);
    }

    Draft recipe() {
        return recipe;
    }

    List<Part<DraftIngredient>> ingredients() {
        return ingredients;
    }

    List<Part<String>> steps() {
        return steps;
    }

    void header(Draft other, String kind, String pointer) {
        header = other;
        expected.add(new Claim(kind, Place.ofRecipe(pointer)));
    }

    Draft header() {
        return header;
    }

    /// At most half of the amounts may be edited, or nothing tells how large the batch is.
    boolean mayEditIngredient() {
        return 2L * (editedIngredients + 1) <= recipe.measured();
    }

    void editIngredient(int at, DraftIngredient other, String kind) {
        Part<DraftIngredient> part = ingredients.get(at);
        ingredients.set(at, part.editedTo(other));
        expected.add(new Claim(kind, Place.recipeIngredient(part.recipe())));
        editedIngredients++;
    }

    void removeIngredient(int at, String kind) {
        int removed = ingredients.remove(at).recipe();
        removedIngredients.add(removed);
        expected.add(new Claim(kind, Place.recipeIngredient(removed)));
        editedIngredients++;
    }

    void addIngredient(int at, DraftIngredient added) {
        ingredients.add(at, new Part<>(added, Part.ADDED, true));
    }

    Set<Integer> removedIngredients() {
        return removedIngredients;
    }

    void editStep(int at, String other, String kind) {
        Part<String> part = steps.get(at);
        steps.set(at, part.editedTo(other));
        expected.add(new Claim(kind, Place.recipeStep(part.recipe())));
    }

    void removeStep(int at) {
        int removed = steps.remove(at).recipe();
        removedSteps.add(removed);
        expected.add(new Claim("step-removed", Place.recipeStep(removed)));
    }

    /// @return false, and nothing is changed, between the halves of a split step
    boolean addStep(int at, String text) {
        return insert(at, new Part<>(text, Part.ADDED, true));
    }

    private boolean insert(int at, Part<String> part) {
        boolean within =
                at > 0
                        && at < steps.size()
                        && !steps.get(at).isAdded()
                        && steps.get(at - 1).recipe() == steps.get(at).recipe();
        if (!within) {
            steps.add(at, part);
        }
        return !within;
    }

    /// @return false, and nothing is changed, between the halves of a split step
    boolean moveStep(int from, int to) {
        Part<String> part = steps.remove(from);
        if (!insert(to, part.editedTo(part.value()))) {
            steps.add(from, part);
            return false;
        }
        movedSteps.add(part.recipe());
        expected.add(new Claim("step-moved", Place.recipeStep(part.recipe())));
        return true;
    }

    Set<Integer> movedSteps() {
        return movedSteps;
    }

    void splitStep(int at, String first, String second) {
        Part<String> part = steps.get(at);
        steps.set(at, part.editedTo(first));
        steps.add(at + 1, part.editedTo(second));
        expected.add(new Claim("step-split", Place.recipeStep(part.recipe())));
    }

    void mergeSteps(int at, String text) {
        Part<String> part = steps.get(at);
        steps.remove(at + 1);
        steps.set(at, part.editedTo(text));
        expected.add(new Claim("step-merged", Place.recipeStep(part.recipe())));
    }

    Draft make() {
        return header.withIngredients(ingredients.stream().map(Part::value).toList())
                .withSteps(steps.stream().map(Part::value).toList());
    }

    List<Claim> expected() {
        List<Claim> all = new ArrayList<>(expected);
        IntStream.range(0, ingredients.size())
                .filter(at -> ingredients.get(at).isAdded())
                .mapToObj(at -> new Claim("ingredient-added", Place.makeIngredient(at)))
                .forEach(all::add);
        IntStream.range(0, steps.size())
                .filter(at -> steps.get(at).isAdded())
                .mapToObj(at -> new Claim("step-added", Place.makeStep(at)))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /// Whether the edits together can be told apart by anyone: nothing that was added stands where
    /// something was removed, and each moved step has passed at least two others.
    boolean isUnambiguous() {
        return !anyReplaces(ingredients, removedIngredients, Set.of())
                && !anyReplaces(steps, removedSteps, movedSteps)
                && movedSteps.stream().allMatch(this::passedTwo);
    }

    private static <T> boolean anyReplaces(
            List<Part<T>> parts, Set<Integer> removed, Set<Integer> moved) {
        return IntStream.range(0, parts.size())
                .filter(at -> parts.get(at).isAdded())
                .anyMatch(at -> replaces(parts, at, removed, moved));
    }

    private static <T> boolean replaces(
            List<Part<T>> parts, int at, Set<Integer> removed, Set<Integer> moved) {
        int before = kept(parts.subList(0, at).reversed(), moved).orElse(Part.ADDED);
        int after = kept(parts.subList(at + 1, parts.size()), moved).orElse(Integer.MAX_VALUE);
        return removed.stream().anyMatch(gone -> before < gone && gone < after);
    }

    /// The first of the parts that has its place from the recipe.
    private static <T> Optional<Integer> kept(List<Part<T>> parts, Set<Integer> moved) {
        return parts.stream()
                .map(Part::recipe)
                .filter(from -> from != Part.ADDED && !moved.contains(from))
                .findFirst();
    }

    private boolean passedTwo(int moved) {
        List<Integer> order =
                steps.stream()
                        .map(Part::recipe)
                        .filter(from -> from != Part.ADDED)
                        .distinct()
                        .toList();
        int place = order.indexOf(moved);
        long passed =
                IntStream.range(0, order.size())
                        .filter(at -> at != place && !movedSteps.contains(order.get(at)))
                        .filter(at -> (at < place) != (order.get(at) < moved))
                        .count();
        return passed >= 2;
    }
}
