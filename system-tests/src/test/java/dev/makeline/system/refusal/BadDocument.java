package dev.makeline.system.refusal;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.system.instance.Documents;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Content that is no recipe document, and why.
///
/// @param hasPlace whether the rejection can say where in the document
record BadDocument(String what, Content content, boolean hasPlace) {

    /// Made when it is needed, since some are large.
    @FunctionalInterface
    interface Content {
        byte[] bytes();
    }

    /// Too large for one item of DynamoDB (400 KB), though within every limit of a document.
    static final BadDocument TOO_LARGE_FOR_AN_ITEM =
            text("more than DynamoDB takes", manySteps(), false);

    static Stream<BadDocument> all() {
        return Stream.of(
                text("an empty file", "", false),
                text("only spaces", "  \n ", false),
                text("not JSON", "1 cup of flour, 2 eggs", true),
                text("a PDF", "%PDF-1.7\n%âãÏÓ", true),
                new BadDocument("UTF-16", () -> recipe().getBytes(UTF_16), false),
                new BadDocument("NUL bytes", () -> new byte[1000], false),
                new BadDocument("a broken UTF-8", () -> new byte[] {'{', (byte) 0xC3, '}'}, false),
                text("a truncated file", recipe().substring(0, 150), true),
                text(
                        "duplicate keys",
                        recipe().replace("\"rating\": 5", "\"rating\": 5, \"rating\": 4"),
                        true),
                text("NaN", recipe().replace("\"rating\": 5", "\"rating\": NaN"), true),
                text("1e400", recipe().replace("\"quantity\": 1,", "\"quantity\": 1e400,"), true),
                text(
                        "a million digits",
                        recipe().replace(
                                        "\"quantity\": 1,",
                                        "\"quantity\": " + "1".repeat(1_000_000) + ","),
                        false),
                text(
                        "many digits",
                        recipe().replace(
                                        "\"quantity\": 1,",
                                        "\"quantity\": " + "1".repeat(10_000) + ","),
                        true),
                text("depth 100,000", "[".repeat(100_000) + "]".repeat(100_000), true),
                text(
                        "depth 100,000 in a field",
                        "{\"recipeName\":" + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_001),
                        true),
                text("a text of 5 MB", recipe().replace("Apple pie", "a".repeat(5 << 20)), false),
                text(
                        "a text of 20,000 characters",
                        recipe().replace("Apple pie", "a".repeat(20_000)),
                        true),
                text(
                        "a million ingredients",
                        "{\"recipeName\":\"Pie\",\"ingredients\":["
                                + "{},".repeat(999_999)
                                + "{}]}",
                        false),
                text(
                        "2,000 ingredients",
                        "{\"recipeName\":\"Pie\",\"ingredients\":[" + ingredients(2_000) + "]}",
                        true),
                text("a list", "[" + recipe() + "]", true),
                text("null", "null", true),
                text("a name that is a number", recipe().replace("\"Apple pie\"", "7"), true),
                text(
                        "ingredients that are a text",
                        "{\"recipeName\":\"Pie\",\"ingredients\":\"apples\"}",
                        true),
                text(
                        "a quantity that is a text",
                        recipe().replace("\"quantity\": 1,", "\"quantity\": \"one\","),
                        true),
                text(
                        "a negative quantity",
                        recipe().replace("\"quantity\": 1,", "\"quantity\": -1,"),
                        true),
                text("a missing quantity", recipe().replace("\"quantity\": 1, ", ""), true),
                text(
                        "no recipe name",
                        recipe().replace("\"recipeName\": \"Apple pie\",", ""),
                        true),
                text(
                        "an id out of range",
                        recipe().replace("\"recipeId\": 4", "\"recipeId\": 9007199254740992"),
                        true),
                text(
                        "a negative id",
                        recipe().replace("\"recipeId\": 4", "\"recipeId\": -4"),
                        true),
                text("a lone surrogate", recipe().replace("Apple pie", "Apple \\ud83d pie"), true),
                new BadDocument("a gzip file", BadDocument::gzip, false),
                TOO_LARGE_FOR_AN_ITEM);
    }

    byte[] bytes() {
        return content.bytes();
    }

    @Override
    public String toString() {
        return what;
    }

    private static BadDocument text(String what, String content, boolean hasPlace) {
        return new BadDocument(what, () -> content.getBytes(UTF_8), hasPlace);
    }

    private static String recipe() {
        return Documents.recipe(4);
    }

    private static String ingredients(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        "{\"quantity\":1,\"measurement\":\"g\",\"ingredientName\":\"salt %d\"}"
                                ::formatted)
                .collect(Collectors.joining(","));
    }

    private static String manySteps() {
        String step = "{\"stepText\":\"%s\"}".formatted("Stir. ".repeat(1_500));
        return "{\"recipeName\":\"A long pie\",\"recipeId\":4,\"steps\":["
                + String.join(",", java.util.Collections.nCopies(100, step))
                + "]}";
    }

    private static byte[] gzip() {
        var out = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.GZIPOutputStream(out)) {
            zip.write(new byte[10 << 20]);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
