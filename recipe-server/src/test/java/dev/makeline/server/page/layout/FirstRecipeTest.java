package dev.makeline.server.page.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// What an empty kitchen offers.
class FirstRecipeTest {

    private static final Assets ASSETS = new Assets();

    private static Document shownTo(Scope... scopes) {
        Frame frame =
                new Frame(
                        "Today",
                        Section.TODAY,
                        true,
                        false,
                        "",
                        Theme.DEVICE,
                        "/",
                        Set.of(scopes),
                        Optional.empty(),
                        ASSETS);
        byte[] html = new PageTemplates().render("today/no-recipes.jte", Map.of("frame", frame));
        return Jsoup.parse(new String(html, UTF_8));
    }

    @Test
    void sampleAndDroppingAreOfferedToThoseWhoMay() {
        assertThat(shownTo(Scope.RECIPES_READ).select("form, [data-upload]")).isEmpty();
        assertThat(shownTo(Scope.RECIPES_READ).text()).contains("No recipes yet");
        Document writer = shownTo(Scope.RECIPES_WRITE);
        assertThat(writer.select("form[action=/sample]")).hasSize(1);
        assertThat(writer.select("[data-upload]")).isEmpty();
        assertThat(shownTo(Scope.RECIPES_WRITE, Scope.FILES_WRITE).select("[data-upload]"))
                .hasSize(1);
    }
}
