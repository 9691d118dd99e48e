package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makeline.protocol.Role;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// What stands around every page.
class FrameTest {

    private final RunningServer server = RunningServer.shared();

    @Test
    void policyAllowsNothingInlineAndNothingFromElsewhereButTheFilesBucket() {
        Api.Answer page = PageReader.signedIn(server).get("/");

        String policy = page.header("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .contains("connect-src 'self' " + RunningServer.aws().s3())
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void pagesHoldNoInlineScriptAndNoStyle() {
        Document page = PageReader.signedIn(server).page("/");

        assertThat(page.select("script")).allMatch(script -> script.html().isEmpty());
        assertThat(page.select("style, [style], [onclick], [onload]")).isEmpty();
        assertThat(page.select("a.skip[href=#main]")).hasSize(1);
        assertThat(page.select("main#main")).hasSize(1);
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void assetsStandUnderTheirContentAndAreKeptForGood() {
        Document page = PageReader.anonymous(server).page("/sign-in");
        List<String> assets =
                page.select("link[href^=/assets], script[src]").stream()
                        .map(asset -> asset.attr("href") + asset.attr("src"))
                        .toList();

        assertThat(assets).hasSize(4);
        int bytes = 0;
        for (String asset : assets) {
            Api.Answer answer = new Api(server.uri(), "").get(asset, "Accept-Encoding", "gzip");
            assertThat(answer.status()).as(asset).isEqualTo(200);
            assertThat(answer.header("Cache-Control"))
                    .contains("public, max-age=31536000, immutable");
            assertThat(answer.header("Content-Encoding")).contains("gzip");
            bytes += Integer.parseInt(answer.header("Content-Length").orElseThrow());
        }
        assertThat(bytes).isLessThan(50_000);
        assertThat(new Api(server.uri(), "").get("/assets/0/makeline.css").header("Cache-Control"))
                .contains("public, max-age=60");
        assertThat(new Api(server.uri(), "").get("/assets/0/none.css").status()).isEqualTo(404);
    }

    @Test
    void administratorsAloneAreShownTheWayToTheirPages() {
        Holder admin = Holder.of(server, Role.ADMIN);
        Api api = new Api(server.uri(), admin.token());

        assertThat(PageReader.read(api.get("/")).select("nav a[href=/admin]")).hasSize(1);
        assertThat(PageReader.signedIn(server).page("/").select("nav a[href=/admin]")).isEmpty();
    }

    @Test
    void errorsAreShownAsPagesWithWhatToDoNext() {
        PageReader reader = PageReader.signedIn(server);

        Api.Answer missing = reader.get("/nowhere");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(missing.header("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'");
        Document page = PageReader.read(missing);
        assertThat(page.expectFirst("h1").text()).isEqualTo("There is nothing here");
        assertThat(page.select("main a[href=/]")).hasSize(1);
        assertThat(page.select("nav[aria-label=Main]")).hasSize(1);
        Api.Answer part = reader.get("/nowhere", "HX-Request", "true");
        assertThat(PageReader.read(part).select("main")).isEmpty();
        assertThat(part.body()).contains("callout-critical");
    }

    @Test
    void pageWhoseSessionEndedOpensTheDoorFromWithinHtmx() {
        Api.Answer answer =
                PageReader.anonymous(server)
                        .get(
                                "/",
                                "HX-Request",
                                "true",
                                "HX-Current-URL",
                                server.uri() + "/recipes/7?view=scaled");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect"))
                .contains("/sign-in?next=%2Frecipes%2F7%3Fview%3Dscaled");
    }

    @Test
    void appearanceIsChosenWithoutAScriptAndKept() {
        PageReader reader = PageReader.anonymous(server);
        Element form = reader.page("/sign-in?next=/jobs").expectFirst("form[action=/appearance]");

        Api.Answer chosen = reader.send(form, "theme", "dark");

        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.header("Location")).contains("/sign-in?next=/jobs");
        PageReader dark =
                new PageReader(
                        new Browser(new Api(server.uri(), ""), Browser.cookieOf(chosen), ""));
        assertThat(dark.page("/sign-in").expectFirst("html").attr("data-theme")).isEqualTo("dark");
        assertThat(dark.page("/sign-in").select("button[aria-pressed=true]").text())
                .isEqualTo("Dark");
    }

    @Test
    void readerOfTheTestsSendsNoFieldThatAFormDoesNotHave() {
        PageReader reader = PageReader.anonymous(server);
        Element form = reader.page("/sign-in").expectFirst("form[action=/appearance]");

        assertThatThrownBy(() -> reader.send(form, "colour", "dark"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no field colour");
    }

    @Test
    void appearanceChosenAfterARefusedFormLeadsToAPageThatCanBeOpened() {
        PageReader reader = PageReader.signedIn(server);
        Element text = reader.page("/files").expectFirst("#new-text");
        String file =
                reader.send(text, "name", "plan.txt", "text", "plan")
                        .header("Location")
                        .map(location -> location.substring(0, location.indexOf('?')))
                        .orElseThrow();
        Element naming = reader.page(file).expectFirst("#naming");
        Element order = reader.page("/jobs/new?kind=make-report").expectFirst("#order");

        assertThat(nextOf(reader.send(naming, "name", "a/b", "description", ""))).isEqualTo(file);
        assertThat(nextOf(reader.send(text, "name", "a/b"))).isEqualTo("/files");
        assertThat(nextOf(reader.send(order, "parameter-recipeId", "x"))).isEqualTo("/jobs/new");
        assertThat(reader.get(file).status()).isEqualTo(200);
    }

    private static String nextOf(Api.Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        return PageReader.read(refused)
                .expectFirst("form[action=/appearance] input[name=next]")
                .attr("value");
    }

    @Test
    void formsWithoutTheSessionsTokenAreRefused() {
        Api.Answer answer = PageReader.signedIn(server).post("/sign-out", "_csrf", "wrong");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(PageReader.read(answer).expectFirst("h1").text())
                .isEqualTo("You may not do this");
    }
}
