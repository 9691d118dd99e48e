package dev.makeline.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Documents within the limits of size that were made to take all time or memory.
final class BombsTest {

    /// The slowest takes seconds; what is quadratic would take minutes, also on a busy machine.
    private static final Duration IN_TIME = Duration.ofMinutes(1);

    static Stream<String> bombs() {
        String recipe = "{\"@type\": \"Recipe\", \"name\": \"A\", \"recipeInstructions\": \"%s\"}";
        return Stream.of(
                "<div>".repeat(99_999),
                "<b><i>".repeat(49_999),
                "<table><tr><td>".repeat(33_000),
                "<a ".repeat(99_999),
                "<p " + "a=b ".repeat(1_000_000) + ">",
                "<!--".repeat(99_999),
                "<script type='application/ld+json'>" + "[".repeat(1_000_000),
                "<script type='application/ld+json'>[" + "{},".repeat(1_000_000) + "{}]</script>",
                "<p>" + "&amp;".repeat(1_000_000),
                "[".repeat(1_000_000),
                "{\"@graph\":".repeat(100_000),
                "{\"@type\": \"Recipe\", \"step\":".repeat(30_000),
                recipe.formatted("<a".repeat(500_000)),
                recipe.formatted("&amp".repeat(250_000)),
                recipe.formatted("(".repeat(1_000_000)),
                recipe.formatted("1. ".repeat(330_000)),
                recipe.formatted("a.B ".repeat(250_000)),
                recipe.formatted("<p>".repeat(330_000)),
                recipe.replace("\"%s\"", "[" + "\"a\",".repeat(90_000) + "\"a\"]"),
                recipe.replace("recipeInstructions", "ingredients").formatted("(".repeat(9_999)),
                recipe.replace("recipeInstructions", "recipeYield").formatted("9".repeat(900_000)),
                recipe.replace("recipeInstructions", "prepTime").formatted("P".repeat(900_000)),
                recipe.replace("recipeInstructions", "cookTime").formatted("1".repeat(900_000)),
                "{\"@type\": \"Recipe\", \"name\": \"A\", \"step\": {\"@id\": \"#a\"}, \"x\": {\"@id\": \"#a\", \"step\": [{\"@id\": \"#a\"}]}}",
                "{\"@type\": \"Recipe\", \"name\": \"A\", \"supply\": {\"@id\": \"#0\"}, \"step\": {\"@id\": \"#0\"}, \"x\": [%s]}"
                        .formatted(laughs()),
                "# " + "*".repeat(1_000_000),
                "# A\n## Ingredients\n" + "- a\n".repeat(250_000),
                "# A\n## Steps\n" + "[".repeat(500_000),
                "# A\n## Steps\n" + "**a".repeat(300_000),
                "# A\n## Steps\n" + "_a ".repeat(300_000),
                "# A\n## Steps\n" + "![](".repeat(250_000),
                "# A\n" + "a ".repeat(500_000) + ":",
                "---\n" + "a: b\n".repeat(200_000));
    }

    /// Each object names the next one ten times.
    private static String laughs() {
        return IntStream.range(0, 100)
                .mapToObj(i ->
                        "{\"@id\": \"#%d\", \"itemListElement\": [%s{}]}"
                                .formatted(i, "{\"@id\": \"#%d\"},".formatted(i + 1).repeat(10)))
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void bombsAreAnsweredInTime(String bomb) {
        Assertions.assertTimeoutPreemptively(IN_TIME, () -> Answers.judge(bomb.getBytes(UTF_8)));
    }
}
