package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// Forms that come when their session is over.
class LateFormTest {

    private final RunningServer server = RunningServer.shared();
    private final PageReader reader = PageReader.signedIn(server);

    private void endSession() {
        reader.send(reader.page("/account").expectFirst("form[action=/sign-out]"));
    }

    @Test
    void whatWasWrittenIsShownWithTheWayBackToTheForm() {
        Element form = reader.page("/files").expectFirst("#new-text");
        endSession();

        Api.Answer answer =
                reader.send(form, "name", "plan.txt", "text", "First </textarea><b>line\r\nsecond");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
        Document page = PageReader.read(answer);
        assertThat(page.expectFirst("h1").text()).isEqualTo("Your session ended");
        assertThat(page.expectFirst("textarea[name=text]").wholeText().replace("\r\n", "\n"))
                .contains("First </textarea><b>line\nsecond");
        assertThat(page.expectFirst("textarea[name=name]").wholeText()).contains("plan.txt");
        assertThat(page.select("label").eachText()).contains("Name", "Text");
        assertThat(page.select("[name=_csrf]")).isEmpty();
        assertThat(page.expectFirst("[data-kept-for]").attr("data-kept-for")).isEqualTo("/files");
        assertThat(page.expectFirst("main a.primary").attr("href"))
                .isEqualTo("/sign-in?next=%2Ffiles");
    }

    @Test
    void wayBackLeadsToThePageAsItWasRead() {
        Document page = reader.page("/jobs/new?kind=make-report");
        endSession();

        Document late =
                PageReader.read(
                        reader.browser()
                                .send(
                                        "POST",
                                        "/jobs/new",
                                        "kind=make-report&key=k&parameter-recipeId=42&_csrf=x",
                                        "Content-Type",
                                        "application/x-www-form-urlencoded",
                                        "Accept",
                                        "text/html",
                                        "Sec-Fetch-Site",
                                        "same-origin",
                                        "Referer",
                                        server.uri() + "/jobs/new?kind=make-report"));

        assertThat(page.select("#order")).hasSize(1);
        assertThat(late.expectFirst("textarea[name=parameter-recipeId]").wholeText())
                .contains("42");
        assertThat(late.select("input[type=hidden][name=kind]").attr("value"))
                .isEqualTo("make-report");
        assertThat(late.expectFirst("main a.primary").attr("href"))
                .isEqualTo("/sign-in?next=%2Fjobs%2Fnew%3Fkind%3Dmake-report");
    }

    @Test
    void formOfAnEarlierSessionIsShownToWhoeverSignedInAnew() {
        Api.Answer answer =
                reader.post("/files", "_csrf", "of-another", "name", "a.txt", "text", "mine");

        assertThat(answer.status()).isEqualTo(403);
        Document page = PageReader.read(answer);
        assertThat(page.expectFirst("h1").text()).contains("signed in anew");
        assertThat(page.expectFirst("textarea[name=text]").wholeText()).contains("mine");
        assertThat(page.expectFirst("main a.primary").attr("href")).isEqualTo("/files");
    }

    @Test
    void passwordsAreNeverShownAndAFormOfThemAloneLeadsToTheDoor() {
        Element form = reader.page("/account").expectFirst("#password");
        endSession();

        Api.Answer answer =
                reader.send(form, "password", "my secret", "newPassword", "my other secret");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/sign-in?next=%2Faccount");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void whatAnotherSiteSendsIsShownToNobody() {
        Api.Answer answer =
                PageReader.anonymous(server)
                        .browser()
                        .send(
                                "POST",
                                "/files",
                                "name=x&text=Call+this+number",
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Accept",
                                "text/html",
                                "Sec-Fetch-Site",
                                "cross-site");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.body()).doesNotContain("Call");
    }
}
