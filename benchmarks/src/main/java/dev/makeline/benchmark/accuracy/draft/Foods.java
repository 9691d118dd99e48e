package dev.makeline.benchmark.accuracy.draft;

import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Measured;
import dev.makeline.benchmark.accuracy.words.WordFile;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The foods of `foods.txt`, each another food than every other one.
public final class Foods {

    /// @param family foods that a cook takes in each other's place
    public record Food(
            String family, String name, List<String> amounts, List<String> preparations) {

        /// Whether a cook also counts it out, as "2 onions".
        public boolean isCounted() {
            return amounts.stream().anyMatch(amount -> !amount.contains(" "));
        }

        /// In one of its usual amounts, not prepared.
        public Measured measured(int amount) {
            String[] parts = amounts.get(amount % amounts.size()).split(" (?=[a-z])", 2);
            return new Measured(Numeral.read(parts[0]), parts.length > 1 ? parts[1] : "", name, "");
        }
    }

    public static final List<Food> ALL =
            WordFile.lines(Foods.class, "foods.txt").stream().map(Foods::food).toList();

    private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^\\p{L}]+");

    private record Ending(String words, Food food) {}

    private static final List<Ending> LONGEST_FIRST =
            ALL.stream()
                    .map(food -> new Ending(" " + singular(food.name()), food))
                    .sorted(
                            Comparator.comparingInt((Ending end) -> end.words().length())
                                    .reversed())
                    .toList();

    private Foods() {}

    /// The listed food that a name ends with, as "unsalted butter" with butter; the longest one.
    public static Optional<Food> of(String name) {
        String words = " " + singular(name);
        return LONGEST_FIRST.stream()
                .filter(ending -> words.endsWith(ending.words()))
                .map(Ending::food)
                .findFirst();
    }

    /// The words of a text in lower case and, near enough, in the singular.
    public static Set<String> words(String text) {
        return Arrays.stream(singular(text).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String singular(String name) {
        return Arrays.stream(
                        OTHER_THAN_LETTERS
                                .matcher(name.toLowerCase(Locale.ROOT))
                                .replaceAll(" ")
                                .strip()
                                .split(" ", -1))
                .map(Foods::singularWord)
                .collect(Collectors.joining(" "));
    }

    private static String singularWord(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("oes")) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    private static Food food(String line) {
        String[] columns = line.split("\\|", -1);
        return new Food(
                columns[0].strip(),
                columns[1].strip(),
                list(columns[2], ","),
                list(columns[3], ";"));
    }

    private static List<String> list(String cell, String separator) {
        return Arrays.stream(cell.split(separator, -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
