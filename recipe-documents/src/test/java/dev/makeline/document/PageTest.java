package dev.makeline.document;

import static dev.makeline.document.Documents.read;
import static dev.makeline.document.Documents.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PageTest {

    @Test
    void recipeIsReadFromTheLinkedDataOfAPage() {
        RecipeDocument document =
                read(
                        """
                        <!DOCTYPE html>
                        <html><head><title>Rice | Site</title>
                        <script type="application/ld+json">{"@type": "WebSite", broken</script>
                        <script type='application/ld+json'><![CDATA[
                        {"@graph": [{"@type": "Recipe", "recipeIngredient": ["1 cup rice"],
                          "recipeInstructions": ["Cook."], "aggregateRating": {"@id": "#r"}}]}
                        ]]></script>
                        <script type="application/ld+json">
                        [{"@id": "#r", "@type": "AggregateRating", "ratingValue": 4}]</script>
                        </head><body><p>Hello</body></html>
                        """);

        assertThat(document.content().name()).isEqualTo("Rice | Site");
        assertThat(document.content().rating())
                .hasValueSatisfying(rating -> assertThat(rating).isEqualByComparingTo("4"));
        assertThat(document.content().ingredients().getFirst().original()).contains("1 cup rice");
    }

    @Test
    void microdataIsReadWhereThereIsNoLinkedData() {
        RecipeDocument document =
                read(
                        """
                        <div itemscope itemtype="http://schema.org/Recipe">
                          <h1 itemprop="name">Rice</h1> <time itemprop="cookTime" datetime="PT20M">20 min</time>
                          <ul><li itemprop="recipeIngredient">1 cup <b>rice</b></li>
                              <li itemprop="recipeIngredient">Water</li></ul>
                          <div itemprop="recipeInstructions"><ol><li>Rinse.</li><li>Cook.</li></ol></div>
                        </div>
                        """);

        assertThat(document.content().name()).isEqualTo("Rice");
        assertThat(document.json().path("cookTimeMinutes").intValue()).isEqualTo(20);
        assertThat(document.content().ingredients()).hasSize(2);
        assertThat(document.content().steps()).hasSize(2);
    }

    @Test
    void pageIsReadInTheEncodingThatItNames() {
        String page =
                """
                <html><head><meta charset="windows-1252">
                <script type="application/ld+json">
                {"@type": "Recipe", "name": "Crème brûlée", "recipeIngredient": ["½ cup cream"]}</script>
                """;

        Reading reading = new RecipeDocumentReader().read(page.getBytes(ISO_8859_1));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read ->
                                assertThat(read.document().content().name())
                                        .isEqualTo("Crème brûlée"));
        assertThat(refused(page.replace("windows-1252", "x").getBytes(ISO_8859_1)).reason())
                .startsWith("The file is not in UTF-8");
    }

    @Test
    void pageWithoutARecipeIsRefused() {
        assertThat(refused("\n<html><body>Dear cook</body></html>").reason())
                .startsWith("The page holds no recipe that a program can find");
    }

    @Test
    void pagesMayBeLargerThanOtherDocuments() {
        String page =
                "<script type=\"application/ld+json\">{\"@type\": \"Recipe\", \"name\": \"A\", \"recipeIngredient\": [\"1 egg\"]}</script><p>%s</p>";

        read(page.formatted("x".repeat(4 << 20)));
        assertThat(refused(page.formatted("x".repeat(5 << 20))).kind())
                .isEqualTo(Reading.Kind.TOO_LARGE);
        assertThat(refused(page.formatted("<b>".repeat(DocumentLimits.PAGE_TAGS))).reason())
                .startsWith("The page has more than 100,000 tags");
    }

    @Test
    void aPageOfSeveralRecipesIsReadAsEachOfThem() {
        String page =
                """
                <html><head><title>Two pies</title><script type="application/ld+json">
                {"@graph":[
                 {"@type":"WebSite","name":"Pies"},
                 {"@type":"Recipe","name":"Apple Pie","recipeIngredient":["3 apples"]},
                 {"@type":"Recipe","name":"Pear Pie","recipeIngredient":["4 pears"],"recipeInstructions":"Bake."},
                 {"@type":"Recipe","name":"Only a link"}
                ]}</script></head></html>
                """;

        List<Reading> readings = new RecipeDocumentReader().readAll(page.getBytes(UTF_8));

        assertThat(readings)
                .extracting(reading -> ((Reading.Read) reading).document().content().name())
                .containsExactly("Apple Pie", "Pear Pie");
    }

    @Test
    void ofAnythingElseAllIsTheOne() {
        RecipeDocumentReader reader = new RecipeDocumentReader();
        byte[] document = Documents.PLUM_CRUMBLE.getBytes(UTF_8);

        assertThat(reader.readAll(document)).containsExactly(reader.read(document));
        assertThat(reader.readAll(new byte[0])).containsExactly(reader.read(new byte[0]));
    }
}
