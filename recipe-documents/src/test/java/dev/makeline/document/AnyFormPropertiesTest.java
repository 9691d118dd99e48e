package dev.makeline.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.makeline.document.Reading.Read;
import dev.makeline.document.Reading.Unreadable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the form and however it is damaged, the reader answers in time, with a sentence or with
/// a document that stays the same when it is read again.
final class AnyFormPropertiesTest {

    private static final String LINKED_DATA =
            """
            {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "@id": "#p"},
             {"@type": ["Recipe"], "name": "Bean &amp; stew", "recipeYield": ["4", "4 bowls"],
              "prepTime": "PT1H5M", "aggregateRating": {"@id": "#r", "ratingValue": "4.5"},
              "recipeIngredient": ["1 1/2 cups beans ((dry))", "2-3 onions", "salt"],
              "recipeInstructions": [{"@type": "HowToSection", "name": "First", "itemListElement":
                [{"@type": "HowToStep", "name": "Soak", "text": "For <b>hours</b>."}]}, "Cook."]}]}
            """;
    private static final String PAGE =
            "<html><head><title>Stew</title><script type=\"application/ld+json\">"
                    + LINKED_DATA
                    + "</script></head><body itemscope itemtype=\"https://schema.org/Recipe\">"
                    + "<h1 itemprop=name>Stew</h1><p itemprop=recipeIngredient>2 beans</p></body>";
    private static final String MARKDOWN =
            """
            ---
            title: Stew
            ---
            Servings: 4
            ## Ingredients
            * 2 cups [beans](a) **dry**
            ## Directions
            1. Cook
               _well_.
            """;
    private static final List<String> FORMS =
            List.of(LINKED_DATA, PAGE, MARKDOWN, Documents.PLUM_CRUMBLE);

    private final RecipeDocumentReader reader = new RecipeDocumentReader();

    @Property(tries = 4000)
    void damagedDocumentsAreAnswered(
            @ForAll("forms") String form, @ForAll("damages") List<Damage> damages) {
        String damaged = form;
        for (Damage damage : damages) {
            damaged = damage.in(damaged);
        }
        judge(damaged.getBytes(UTF_8));
    }

    @Property
    void bytesBehindTheBeginningOfAFormAreAnswered(
            @ForAll("forms") String form, @ForAll byte[] bytes) {
        String start = form.substring(0, form.length() / 2);
        judge((start + new String(bytes, ISO_8859_1)).getBytes(UTF_8));
        judge((start + new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1));
    }

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
                "# " + "*".repeat(1_000_000),
                "# A\n## Ingredients\n" + "- a\n".repeat(250_000),
                "# A\n## Steps\n" + "[".repeat(500_000),
                "# A\n## Steps\n" + "**a".repeat(300_000),
                "# A\n## Steps\n" + "_a ".repeat(300_000),
                "# A\n## Steps\n" + "![](".repeat(250_000),
                "# A\n" + "a ".repeat(500_000) + ":",
                "---\n" + "a: b\n".repeat(200_000));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void bombsAreAnsweredInTime(String bomb) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> judge(bomb.getBytes(UTF_8)));
    }

    private void judge(byte[] bytes) {
        switch (reader.read(bytes)) {
            case Unreadable(String reason, var _, var kind) -> {
                assertThat(reason).endsWith(".").doesNotContain("\n").hasSizeLessThan(300);
                assertThat(kind).isNotNull();
            }
            case Read(RecipeDocument document) -> {
                byte[] canonical = document.json().toString().getBytes(UTF_8);
                assertThat(canonical.length).isLessThan(DocumentLimits.DOCUMENT_BYTES + 100);
                assertThatCode(document::unread).doesNotThrowAnyException();
                RecipeDocument again = ((Read) reader.read(canonical)).document();
                assertThat(again.json()).isEqualTo(document.json());
                assertThat(again.content()).isEqualTo(document.content());
            }
        }
    }

    record Damage(double place, int cut, String piece) {

        String in(String text) {
            int start = (int) (place * text.length());
            int end = Math.min(text.length(), start + cut);
            return text.substring(0, start) + piece + text.substring(end);
        }
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of(FORMS);
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<String> pieces =
                Arbitraries.oneOf(
                        Arbitraries.of(
                                "{",
                                "}",
                                "[",
                                "]",
                                "\"",
                                ",",
                                ":",
                                "<",
                                ">",
                                "</",
                                "<p>",
                                "&lt;",
                                "&#0;",
                                "\\u0000",
                                "\\ud800",
                                "\\",
                                "\n",
                                "\n# ",
                                "---\n",
                                "* ",
                                "null",
                                "1e400",
                                "9".repeat(200),
                                "é",
                                "\uD83E\uDD67",
                                "\u2028",
                                "</script>",
                                "<!--",
                                "(",
                                ")",
                                "1. ",
                                "@id",
                                "{\"@id\": \"#r\"}",
                                "\"name\":",
                                "\"recipeName\": \"x\",",
                                "½",
                                "0"),
                        Arbitraries.strings().ofMaxLength(4));
        Arbitrary<Damage> damage =
                Combinators.combine(
                                Arbitraries.doubles().between(0, 1),
                                Arbitraries.integers().between(0, 30),
                                pieces)
                        .as(Damage::new);
        return damage.list().ofMinSize(1).ofMaxSize(4);
    }
}
