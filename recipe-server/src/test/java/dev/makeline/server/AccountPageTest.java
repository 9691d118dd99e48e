package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class AccountPageTest {

    private final RunningServer server = RunningServer.shared();
    private final Person person = Person.any();
    private final PageReader reader = registered();

    private PageReader registered() {
        new Api(server.uri(), "").post("/v1/users", person.json());
        return new PageReader(Browser.logIn(server, person));
    }

    @Test
    void nameIsChanged() {
        Document page = reader.page("/account");

        Api.Answer saved =
                reader.send(page.expectFirst("#names"), "firstName", "Grace", "lastName", "Hopper");

        assertThat(saved.header("Location")).contains("/account?done=saved");
        Document after = reader.page("/account?done=saved");
        assertThat(after.expectFirst("#names-firstName").attr("value")).isEqualTo("Grace");
        assertThat(after.expectFirst("#done").text()).isEqualTo("Saved.");
        assertThat(
                        reader.send(
                                        page.expectFirst("#names"),
                                        "firstName",
                                        "Ada",
                                        "lastName",
                                        "Late")
                                .status())
                .isEqualTo(412);
    }

    @Test
    void badNameIsToldAtItsField() {
        Document page = reader.page("/account");

        Api.Answer refused =
                reader.send(page.expectFirst("#names"), "firstName", "", "lastName", "Hopper");

        assertThat(refused.status()).isEqualTo(400);
        Document told = PageReader.read(refused);
        assertThat(told.expectFirst("#names-firstName").attr("aria-describedby"))
                .isEqualTo("names-firstName-objection");
        assertThat(told.expectFirst("#names-firstName-objection").text()).isNotBlank();
    }

    @Test
    void newPasswordNeedsTheOldOneAndEndsTheSession() {
        Document page = reader.page("/account");

        Api.Answer wrong =
                reader.send(
                        page.expectFirst("#password"),
                        "password",
                        "not my password",
                        "newPassword",
                        "a quite new sentence");
        Api.Answer weak =
                reader.send(
                        page.expectFirst("#password"),
                        "password",
                        person.password(),
                        "newPassword",
                        "short");
        Api.Answer changed =
                reader.send(
                        page.expectFirst("#password"),
                        "password",
                        person.password(),
                        "newPassword",
                        "a quite new sentence");

        assertThat(PageReader.read(wrong).text()).contains("This is not your password");
        assertThat(PageReader.read(weak).select("#password-newPassword-objection")).hasSize(1);
        assertThat(changed.header("Location")).contains("/sign-in");
        assertThat(reader.get("/account").header("Location").orElseThrow()).startsWith("/sign-in");
    }

    @Test
    void newTokenIsToldOnceAndRevoked() {
        Document page = reader.page("/account");
        assertThat(page.select("#no-tokens")).hasSize(1);

        Api.Answer made =
                reader.send(
                        page.expectFirst("#new-token"),
                        "name",
                        "nightly <upload>",
                        "expiresInDays",
                        "30",
                        "scope",
                        "recipes:read");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).contains("no-store");
        String secret = PageReader.read(made).expectFirst("#secret").text();
        assertThat(new Api(server.uri(), secret).get("/v1/recipes").status()).isEqualTo(200);
        Document later = reader.page("/account");
        assertThat(later.text()).contains("nightly <upload>").doesNotContain(secret);
        reader.send(later.expectFirst("form[action$=/revocation]"));
        assertThat(new Api(server.uri(), secret).get("/v1/recipes").status()).isEqualTo(401);
        assertThat(reader.page("/account").select("#no-tokens")).hasSize(1);
    }

    @Test
    void tokenWithoutRightsOrEndIsRefusedAtItsField() {
        Document page = reader.page("/account");

        Api.Answer endless =
                reader.send(
                        page.expectFirst("#new-token"),
                        "name",
                        "a",
                        "expiresInDays",
                        "999",
                        "scope",
                        "recipes:read");
        Api.Answer rightless =
                reader.send(page.expectFirst("#new-token"), "name", "a", "expiresInDays", "9");

        assertThat(PageReader.read(endless).select("#token-expiresInDays-objection")).hasSize(1);
        assertThat(PageReader.read(rightless).expectFirst("#token-objection").text())
                .contains("at least one scope");
    }

    @Test
    void otherLogInsAreEnded() {
        PageReader other = new PageReader(Browser.logIn(server, person));
        Document page = reader.page("/account");
        assertThat(page.select("#sessions tbody tr")).hasSize(2);

        reader.send(page.expectFirst("#sessions form"));

        assertThat(other.get("/account").status()).isEqualTo(303);
        assertThat(reader.page("/account").select("#sessions tbody tr")).hasSize(1);
        PageReader third = new PageReader(Browser.logIn(server, person));
        reader.send(page.expectFirst("#end-others"));
        assertThat(third.get("/account").status()).isEqualTo(303);
    }
}
