package dev.makeline.document.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.document.found.FoundRecipe;
import dev.makeline.document.found.PlainText;
import dev.makeline.document.jsonld.JsonLdRecipe;
import dev.makeline.document.jsonld.LooseJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Finds the recipe in a web page: in JSON-LD, else in microdata.
public final class PageRecipe {

    /// The tree of a page takes some ten times its text. One page at a time keeps that to one tree,
    /// however many documents are in hand.
    private static final ReentrantLock ONE_PAGE = new ReentrantLock();

    private PageRecipe() {}

    /// @param html of any content
    public static Optional<FoundRecipe> in(String html) {
        ONE_PAGE.lock();
        try {
            Document page = Parser.htmlParser().parseInput(html, "");
            return recipe(page).map(found -> found.orNamed(title(page)));
        } finally {
            ONE_PAGE.unlock();
        }
    }

    /// Every recipe of a page that holds several; of another one, what [#in] finds.
    public static List<FoundRecipe> allIn(String html) {
        ONE_PAGE.lock();
        try {
            Document page = Parser.htmlParser().parseInput(html, "");
            List<FoundRecipe> all = JsonLdRecipe.allIn(jsonLd(page));
            if (all.isEmpty()) {
                all = JsonLdRecipe.allIn(Microdata.allRecipes(page));
            }
            return all.size() > 1
                    ? all
                    : recipe(page).map(found -> found.orNamed(title(page))).stream().toList();
        } finally {
            ONE_PAGE.unlock();
        }
    }

    private static Optional<FoundRecipe> recipe(Document page) {
        Optional<FoundRecipe> linked = JsonLdRecipe.in(jsonLd(page));
        if (linked.isPresent() && !linked.get().isEmpty()) {
            return linked;
        }
        Optional<FoundRecipe> marked =
                Microdata.recipes(page).flatMap(json -> JsonLdRecipe.in(List.of(json)));
        return marked.filter(found -> !found.isEmpty()).or(() -> linked).or(() -> marked);
    }

    private static List<JsonNode> jsonLd(Document page) {
        List<JsonNode> documents = new ArrayList<>();
        for (Element script : page.getElementsByTag("script")) {
            if (script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
                LooseJson.read(script.data()).ifPresent(documents::add);
            }
        }
        return documents;
    }

    private static String title(Document page) {
        return PlainText.line(page.title());
    }
}
