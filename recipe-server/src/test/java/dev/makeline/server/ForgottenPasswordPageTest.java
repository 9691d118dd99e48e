package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ForgottenPasswordPageTest {

    private static final String ANEW = "remembered this time";

    private final RunningServer server = RunningServer.shared();
    private final PageReader anonymous = PageReader.anonymous(server);
    private final Person person = Person.any();

    @Test
    void whoeverForgotThePasswordSetsAnotherByTheLinkOfAMail() {
        server.register(person);
        assertThat(anonymous.page("/sign-in").select("a[href=/forgotten-password]")).hasSize(1);

        Api.Answer asked = ask(person.email());
        String token = Mailbox.of(person.email()).token(2);
        Api.Answer set = set(token, ANEW);

        assertThat(asked.header("Location")).contains("/sign-in?after=asking");
        assertThat(set.header("Location")).contains("/sign-in?after=setting-a-password");
        assertThat(anonymous.page("/sign-in?after=setting-a-password").text())
                .contains("The password is set");
        assertThat(signIn(ANEW).status()).isEqualTo(303);
        assertThat(signIn(person.password()).status()).isEqualTo(401);
    }

    @Test
    void answerIsTheSameForAnAddressThatNobodyHas() {
        Api.Answer unknown = ask(Person.any().email());

        assertThat(unknown.header("Location")).contains("/sign-in?after=asking");
        assertThat(anonymous.page("/sign-in?after=asking").text())
                .contains("If somebody has an account");
    }

    @Test
    void whatIsNoAddressIsToldBesideTheField() {
        Api.Answer answer = ask("no <address>");

        Document page = PageReader.read(answer);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(page.expectFirst("[role=alert]#objection").text()).isNotBlank();
        assertThat(page.expectFirst("#email").attr("value")).isEqualTo("no <address>");
    }

    @Test
    void passwordThatIsNotTakenMayBeWrittenAnewWithTheSameLink() {
        server.register(person);
        ask(person.email());
        String token = Mailbox.of(person.email()).token(2);

        Api.Answer refused = set(token, "short");

        Document page = PageReader.read(refused);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(page.expectFirst("#token").attr("value")).isEqualTo(token);
        assertThat(page.expectFirst("#password").attr("value")).isEmpty();
        assertThat(set(token, ANEW).status()).isEqualTo(303);
    }

    @Test
    void linkThatIsOverLeadsToAnotherOne() {
        Api.Answer refused = set("x".repeat(43), ANEW);

        Element objection = PageReader.read(refused).expectFirst("#objection");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(objection.text()).contains("used already, or is too old");
        assertThat(objection.select("a[href=/forgotten-password]")).hasSize(1);
    }

    @Test
    void linkLeadsToAPageOfThisServerAloneThatWorksWithoutScript() {
        Api.Answer answer = anonymous.get("/password-reset");

        Document page = PageReader.read(answer);
        assertThat(answer.header("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(page.select("label[for=token], label[for=password]")).hasSize(2);
        assertThat(page.select("script[src$=password-reset.js]")).hasSize(1);
        assertThat(answer.body()).doesNotContain("http://", "https://");
    }

    @Test
    void formsFromAnotherSiteAreRefused() {
        for (String path : new String[] {"/forgotten-password", "/password-reset"}) {
            Api.Answer answer =
                    anonymous
                            .browser()
                            .send(
                                    "POST",
                                    path,
                                    "email=" + person.email() + "&token=x&password=y",
                                    "Content-Type",
                                    "application/x-www-form-urlencoded",
                                    "Sec-Fetch-Site",
                                    "cross-site");

            assertThat(answer.status()).as(path).isEqualTo(403);
        }
    }

    private Api.Answer ask(String email) {
        return anonymous.send(
                anonymous.page("/forgotten-password").expectFirst("main form[method=post].fields"),
                "email",
                email);
    }

    private Api.Answer set(String token, String password) {
        return anonymous.post("/password-reset", "token", token, "password", password);
    }

    private Api.Answer signIn(String password) {
        return anonymous.post(
                "/sign-in", "username", person.username(), "password", password, "next", "/");
    }
}
