package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SearchPageTest {

    private final RunningServer server = RunningServer.shared();
    private final PageReader reader = PageReader.signedIn(server);

    @Test
    void recipesAreFoundByAllWordsWhateverTheirCaseAndAccents() {
        long recipeId = RunningServer.newRecipeId();
        String name = "Crème Brûlée " + recipeId;
        server.api().post("/v1/recipes", Documents.pie(recipeId).replace("Apple Pie", name));

        Document found = reader.page("/search?q=brulee%20CREME%20" + recipeId);
        Document none = reader.page("/search?q=brulee%20salt%20" + recipeId);

        assertThat(found.select("#found a").eachText()).containsExactly(name);
        assertThat(found.expectFirst("#found a").attr("href")).isEqualTo("/recipes/" + recipeId);
        assertThat(none.select("#found")).isEmpty();
        assertThat(none.expectFirst("#nothing").text()).isNotBlank();
        assertThat(none.expectFirst("#q").attr("value")).contains("salt");
    }

    @Test
    void whoAsksForNothingIsToldHow() {
        assertThat(reader.page("/search").text()).contains("Case and accents do not matter");
    }
}
