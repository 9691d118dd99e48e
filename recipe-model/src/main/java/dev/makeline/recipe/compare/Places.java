package dev.makeline.recipe.compare;

import java.util.List;
import java.util.stream.IntStream;

/// Where a difference stands in both documents.
///
/// @param recipe JSON pointers into the recipe's document, such as `/ingredients/3`; empty for what
///   only the make has
/// @param make the same of the make's document
public record Places(List<String> recipe, List<String> make) {

    public Places {
        recipe = List.copyOf(recipe);
        make = List.copyOf(make);
    }

    static Places field(String name) {
        return new Places(List.of("/" + name), List.of("/" + name));
    }

    static Places ingredients(IntStream recipe, IntStream make) {
        return new Places(pointers("/ingredients/", recipe), pointers("/ingredients/", make));
    }

    static Places steps(List<Integer> recipe, List<Integer> make) {
        return new Places(
                pointers("/steps/", recipe.stream().mapToInt(Integer::intValue)),
                pointers("/steps/", make.stream().mapToInt(Integer::intValue)));
    }

    private static List<String> pointers(String list, IntStream indexes) {
        return indexes.mapToObj(index -> list + index).toList();
    }
}
