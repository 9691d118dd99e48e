package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class IntakePageTest {

    private final RunningServer server = RunningServer.shared();
    private final PageReader reader = PageReader.ofAdministrator(server);

    private Submitted rejected() {
        Submitted object = Submitted.make("{}");
        server.sender()
                .post(
                        "/v1/intake/submissions",
                        object.refusal("The file is <empty>.", "line 1, column 1"));
        return object;
    }

    private static Element row(Document page, Submitted object) {
        return page.select("tbody tr").stream()
                .filter(row -> row.text().contains(object.key()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rejectedObjectIsShownWithItsReasonAndRetried() {
        Submitted object = rejected();
        Document page = reader.page("/intake?state=rejected");

        Element row = row(page, object);
        Api.Answer retried = reader.send(row.expectFirst("form[action$=/retry]"));

        assertThat(row.text())
                .contains("Rejected")
                .contains("The file is <empty>.")
                .contains("line 1, column 1");
        assertThat(retried.header("Location").orElseThrow())
                .isEqualTo("/intake?state=rejected&done=retried");
        assertThat(row(reader.page("/intake?state=queued"), object).text()).contains("Queued");
    }

    @Test
    void dismissedObjectKeepsItsReasonAndOffersNothingMore() {
        Submitted object = rejected();
        Document page = reader.page("/intake");

        Api.Answer dismissed =
                reader.send(row(page, object).expectFirst("form[action$=/dismissal]"));

        assertThat(dismissed.status()).as(dismissed.body()).isEqualTo(303);
        Element row = row(reader.page("/intake?state=dismissed"), object);
        assertThat(row.text()).contains("The file is <empty>.");
        assertThat(row.select("form")).isEmpty();
    }

    @Test
    void whoMayNotManageTheIntakeSeesWhatBecameOfIt() {
        Submitted object = rejected();

        Document page = PageReader.signedIn(server).page("/intake?state=rejected");

        assertThat(row(page, object).select("form")).isEmpty();
        assertThat(row(page, object).text()).contains("The file is <empty>.");
    }

    @Test
    void filesCanBeDroppedAndEveryStateHasItsCount() {
        Document page = reader.page("/intake");

        assertThat(page.select("[data-upload][data-intake]")).hasSize(1);
        assertThat(page.select("nav.switch a .muted").eachText())
                .hasSize(6)
                .allMatch(count -> count.matches("[0-9]+"));
        assertThat(page.select("script:not([src]), style, [style], [onclick]")).isEmpty();
    }
}
