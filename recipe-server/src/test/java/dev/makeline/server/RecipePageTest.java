package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.ProtocolJson;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class RecipePageTest {

    private static final String HOSTILE = "<svg onload=alert(1)>\"'apples";

    private final RunningServer server = RunningServer.shared();
    private final PageReader reader = PageReader.signedIn(server);
    private final long recipeId = RunningServer.newRecipeId();
    private final String path = "/recipes/" + recipeId;

    private void recipe(String document) {
        assertThat(server.api().post("/v1/recipes", document).status()).isEqualTo(200);
    }

    private void make(String document) {
        Api.Answer kept = server.api().post("/v1" + path + "/makes", document);
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
    }

    private String pieWithApples(String quantity) {
        return Documents.pie(recipeId).replace("\"quantity\": 5", "\"quantity\": " + quantity);
    }

    private void awaitMakes(int count) {
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        server.api().get("/v1" + path + "/insights").json().path("makes").intValue()
                                == count);
    }

    private static Element row(Document page, String ingredient) {
        return page.select("table.amounts tbody tr").stream()
                .filter(row -> row.expectFirst("th").text().startsWith(ingredient))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasReallyUsedStandsBesideTheOriginalInWordsAndPicture() {
        recipe(Documents.pie(recipeId));
        for (String quantity : new String[] {"5", "5.1", "5", "5.1", "7"}) {
            make(pieWithApples(quantity));
        }
        make(Documents.pieWithPears(recipeId));
        awaitMakes(6);

        Document page = reader.page(path);

        Element apples = row(page, "apples");
        assertThat(apples.text())
                .contains("5 unit, tolerance ±5 %")
                .contains("1 deviating")
                .contains("1 replaced it")
                .contains("0 less, 2 as much, 3 more")
                .contains("+8.8 %");
        assertThat(apples.expectFirst("svg").attr("aria-label"))
                .isEqualTo("0 less, 2 as much, 3 more");
        assertThat(row(page, "cinnamon").text()).contains("None");
        assertThat(page.expectFirst("#make-by-make").text()).isEqualTo("Make by make: apples");
        Element chart = page.expectFirst("figure.chart svg[role=img]");
        assertThat(chart.select("g.point")).hasSize(6);
        assertThat(chart.select("g.status-deviation")).hasSize(2);
        assertThat(chart.select(".cross")).hasSize(1);
        assertThat(chart.select(".mean")).hasSize(1);
        assertThat(page.select("figure.chart + details tbody tr").eachText())
                .anyMatch(line -> line.contains("Deviation") && line.contains("+40 %"))
                .anyMatch(line -> line.contains("replaced"));
        assertThat(page.select("section.makes .card-head").text()).contains("6 in all");
    }

    @Test
    void ingredientOfTheChartIsChosenByALink() {
        recipe(Documents.pie(recipeId));
        make(Documents.pie(recipeId));
        make(Documents.pie(recipeId));
        awaitMakes(2);

        String link = row(reader.page(path), "cinnamon").expectFirst("a").attr("href");
        Document page = reader.page(link);

        assertThat(page.expectFirst("#make-by-make").text()).isEqualTo("Make by make: cinnamon");
        assertThat(page.text()).contains("None of the newest 2 makes was outside the tolerance.");
        assertThat(reader.get(path + "?ingredient=99").status()).isEqualTo(200);
        assertThat(reader.get(path + "?ingredient=-1").status()).isEqualTo(200);
        assertThat(reader.get(path + "?before=-1").status()).isEqualTo(400);
    }

    @Test
    void substitutionsStandWithMakesAndIntervalOrTheWordThatThereAreTooFew() {
        recipe(Documents.pie(recipeId));
        for (int i = 0; i < 6; i++) {
            make(Documents.pie(recipeId).replace("5.0,", "4.%d,".formatted(i)));
            make(Documents.pieWithPears(recipeId).replace("5.0,", "2.%d,".formatted(i)));
        }
        make(Documents.pie(recipeId).replace("cinnamon", "cardamom"));
        awaitMakes(13);

        Document page = reader.page(path);

        String rows = page.select("#substitutions ~ .table-scroll tbody tr").eachText().toString();
        assertThat(rows)
                .contains("pears for apples 6 2.3 (6 rated)")
                .contains("Rated lower with it.")
                .contains("cardamom for cinnamon 1")
                .contains("Too few rated makes to tell.");
        assertThat(page.select("svg.interval")).hasSize(1);
    }

    @Test
    void namesInPicturesAreTextAndRunNothing() {
        recipe(Documents.pie(recipeId).replace("\"apples\"", ProtocolJson.write(HOSTILE)));
        make(Documents.pie(recipeId).replace("\"apples\"", ProtocolJson.write(HOSTILE)));
        make(Documents.pieWithPears(recipeId));
        awaitMakes(2);

        Document page = reader.page(path);

        assertThat(page.select("[onload], script:not([src]):not([type=application/json])"))
                .isEmpty();
        assertThat(page.expectFirst("table.amounts").text()).contains(HOSTILE);
        assertThat(page.expectFirst("#make-by-make").text()).contains(HOSTILE);
        assertThat(page.expectFirst("#control-title").text()).contains(HOSTILE);
    }

    @Test
    void olderMakesAreOnFurtherPagesAndTheDaysTellOfAll() {
        recipe(Documents.pie(recipeId));
        for (int i = 0; i < 102; i++) {
            make(
                    Documents.pie(recipeId)
                            .replace(
                                    "\"rating\"",
                                    "\"madeAt\": \"2026-10-%02d\", \"rating\""
                                            .formatted(i % 28 + 1)));
        }
        awaitMakes(102);

        Document first = reader.page(path);
        Document second = reader.page(first.expectFirst("a[rel=next]").attr("href"));

        Set<String> ids = new HashSet<>(first.select("input[name=make]").eachAttr("value"));
        assertThat(ids).hasSize(100);
        ids.addAll(second.select("input[name=make]").eachAttr("value"));
        assertThat(ids).hasSize(102);
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.expectFirst("#some").text()).isEqualTo("Older makes: 2 of 102.");
        assertThat(first.select("svg[aria-labelledby=days-title] circle.score")).hasSize(28);
        assertThat(first.select("svg[aria-labelledby=days-title] circle.rating")).hasSize(28);
    }
}
