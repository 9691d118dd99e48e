package dev.makeline.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.makeline.document.Reading.Read;
import dev.makeline.document.Reading.Unreadable;
import dev.makeline.recipe.compare.Comparison;
import dev.makeline.recipe.compare.RecipeComparison;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever the bytes are, the reader answers, in one printable sentence, or with a document that
/// reads the same again and can be compared.
final class AnyBytesPropertiesTest {

    private final RecipeDocumentReader reader = new RecipeDocumentReader();

    @Property
    void randomBytesAreAnswered(@ForAll byte[] bytes) {
        judge(reader.read(bytes));
    }

    @Property(tries = 4000)
    void damagedDocumentsAreAnswered(@ForAll("damaged") byte[] bytes) {
        judge(reader.read(bytes));
    }

    @Property(tries = 2000)
    void documentsWithForeignValuesAreAnswered(
            @ForAll("fields") String field, @ForAll("values") String value) {
        String document =
                Documents.PLUM_CRUMBLE.replaceFirst(
                        "\"" + field + "\": [^,}\\[]*",
                        "\"" + field + "\": " + Matcher.quoteReplacement(value));

        judge(reader.read(document.getBytes(UTF_8)));
    }

    private void judge(Reading reading) {
        switch (reading) {
            case Unreadable(String reason, var place, var kind) -> {
                assertThat(reason).endsWith(".").doesNotContain("\n").hasSizeLessThan(300);
                assertThat(kind).isNotNull();
                place.ifPresent(where ->
                        assertThat(where)
                                .matches(
                                        "(/.*\\(line \\d+, column \\d+\\))|line \\d+, column \\d+"));
            }
            case Read(RecipeDocument document) -> {
                Reading again = reader.read(document.json().toString().getBytes(UTF_8));
                assertThat(again).isInstanceOf(Read.class);
                RecipeDocument same = ((Read) again).document();
                assertThat(same.content()).isEqualTo(document.content());
                assertThat(same.recipeId()).isEqualTo(document.recipeId());
                Comparison comparison =
                        RecipeComparison.compare(document.content(), same.content());
                assertThat(comparison.differences()).isEmpty();
            }
        }
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        byte[] whole = Documents.PLUM_CRUMBLE.getBytes(UTF_8);
        Arbitrary<Integer> places = Arbitraries.integers().between(0, whole.length - 1);
        Arbitrary<byte[]> pieces =
                Arbitraries.oneOf(
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(4),
                        Arbitraries.of(
                                        "{",
                                        "}",
                                        "[",
                                        "]",
                                        "\"",
                                        ",",
                                        ":",
                                        "null",
                                        "1e400",
                                        "\\u0000",
                                        "\\ud800",
                                        "-",
                                        "NaN",
                                        "\n",
                                        "é",
                                        "9".repeat(200))
                                .map(text -> text.getBytes(UTF_8)));
        return Combinators.combine(places, Arbitraries.integers().between(0, 30), pieces)
                .as((place, cut, piece) -> spliced(whole, place, cut, piece));
    }

    private static byte[] spliced(byte[] whole, int place, int cut, byte[] piece) {
        int rest = Math.min(whole.length, place + cut);
        byte[] result = Arrays.copyOf(whole, place + piece.length + whole.length - rest);
        System.arraycopy(piece, 0, result, place, piece.length);
        System.arraycopy(whole, rest, result, place + piece.length, whole.length - rest);
        return result;
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(
                "recipeName",
                "recipeId",
                "rating",
                "ingredientId",
                "quantity",
                "measurement",
                "ingredientName",
                "stepId",
                "stepText");
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> leaves =
                Arbitraries.oneOf(
                        Arbitraries.of(
                                "null", "true", "{}", "[]", "-0", "-0.0", "1e99", "1e-99", "1E2"),
                        Arbitraries.bigDecimals().map(Object::toString),
                        Arbitraries.bigIntegers().map(Object::toString),
                        Arbitraries.strings().ascii().map(AnyBytesPropertiesTest::quoted));
        return Arbitraries.lazyOf(
                () -> leaves,
                () -> leaves,
                () -> leaves.list().ofMaxSize(3).map(AnyBytesPropertiesTest::listed));
    }

    private static String listed(List<String> values) {
        return "[" + String.join(",", values) + "]";
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
