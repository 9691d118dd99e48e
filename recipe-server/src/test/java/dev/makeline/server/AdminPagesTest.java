package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class AdminPagesTest {

    private final RunningServer server = RunningServer.shared();
    private final PageReader admin = PageReader.ofAdministrator(server);

    private static Element row(Document page, Person person) {
        return page.select("#people tbody tr").stream()
                .filter(row -> row.text().contains(person.username()))
                .findFirst()
                .orElseThrow();
    }

    private Person registered() {
        Person person = Person.any();
        new Api(server.uri(), "").post("/v1/users", person.json());
        return person;
    }

    @Test
    void personIsDisabledAndEnabledAgain() {
        Person person = registered();
        PageReader theirs = new PageReader(Browser.logIn(server, person));
        Element form = row(admin.page("/admin"), person).expectFirst("form.state");

        Api.Answer disabled = admin.send(form, "state", "disabled");

        assertThat(disabled.header("Location")).contains("/admin?done=changed");
        assertThat(form.attr("action")).startsWith("/admin/people/");
        assertThat(row(admin.page("/admin"), person).text()).contains("Disabled");
        assertThat(theirs.get("/account").status()).isEqualTo(303);
        admin.send(form, "state", "active");
        assertThat(row(admin.page("/admin"), person).text()).contains("Active");
    }

    @Test
    void personBecomesAnAdministratorAndTheChangeIsOnRecord() {
        Person person = registered();
        Element form = row(admin.page("/admin"), person).expectFirst("form.role");

        admin.send(form, "role", "admin");

        assertThat(row(admin.page("/admin"), person).text()).contains("Administrator");
        String userId = form.attr("action").substring("/admin/people/".length());
        Document log = admin.page("/admin/audit?action=role-changed&actor=&target=" + userId);
        assertThat(log.select("#events tbody tr")).hasSize(1);
        assertThat(log.select("#events tbody tr").text()).contains("to: admin");
        assertThat(log.expectFirst("#action option[selected]").text()).isEqualTo("role-changed");
    }

    @Test
    void roleIsChangedAfterASecondLookAlone() {
        Person person = registered();

        Element row = row(admin.page("/admin"), person);

        assertThat(row.select("button[name=role]"))
                .hasSize(1)
                .allMatch(button -> button.closest("details:not([open])") != null);
        assertThat(row.expectFirst("details summary").text()).startsWith("Make an administrator");
        assertThat(row.expectFirst("details p").text()).contains("changes what others may do");
    }

    @Test
    void wrongChangeIsToldOnThePage() {
        Person person = registered();
        Element form = row(admin.page("/admin"), person).expectFirst("form.role");

        Api.Answer refused = admin.send(form, "role", "emperor");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(PageReader.read(refused).expectFirst("#objection").text())
                .isEqualTo("The role is user or admin.");
    }

    @Test
    void healthTellsHowEveryServiceDoesAndWhatTheServerReaches() {
        await().untilAsserted(() ->
                assertThat(
                                admin.page("/admin/health").select("ul.services > li").stream()
                                        .map(Element::text)
                                        .findFirst()
                                        .orElse(""))
                        .contains("Instances of recipe", "Up"));

        Document page = admin.page("/admin/health");

        assertThat(page.select("ul.services h3").eachText())
                .containsExactly(
                        "recipe-server", "watcher-service", "sender-service", "processor-service");
        assertThat(page.select("ul.services > li").getFirst().text()).contains("Up");
        assertThat(page.select("section ul.rows li").eachText()).contains("Reached dynamodb");
        assertThat(page.select("#health").text()).isNotBlank();
    }

    @Test
    void emptyAuditLogSaysSo() {
        assertThat(admin.page("/admin/audit?target=nobody-at-all").text())
                .contains("Nothing like that in the last thirty days");
    }

    @Test
    void othersGetThePageThatSaysNo() {
        PageReader user = PageReader.signedIn(server);

        for (String path : List.of("/admin", "/admin/audit", "/admin/health", "/admin/queues")) {
            Api.Answer refused = user.get(path);
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(PageReader.read(refused).expectFirst("h1").text())
                    .isEqualTo("You may not do this");
        }
        assertThat(user.page("/account").select("nav.sections a[href=/admin]")).isEmpty();
        assertThat(admin.page("/account").select("nav.sections a[href=/admin]")).hasSize(1);
    }
}
