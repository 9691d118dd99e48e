package dev.makeline.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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

    @Property(tries = 4000)
    void damagedDocumentsAreAnswered(
            @ForAll("forms") String form, @ForAll("damages") List<Damage> damages) {
        String damaged = form;
        for (Damage damage : damages) {
            damaged = damage.in(damaged);
        }
        Answers.judge(damaged.getBytes(UTF_8));
    }

    @Property
    void bytesBehindTheBeginningOfAFormAreAnswered(
            @ForAll("forms") String form, @ForAll byte[] bytes) {
        String start = form.substring(0, form.length() / 2);
        Answers.judge((start + new String(bytes, ISO_8859_1)).getBytes(UTF_8));
        Answers.judge((start + new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1));
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
