package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SignInPageTest {

    private final RunningServer server = RunningServer.shared();
    private final PageReader anonymous = PageReader.anonymous(server);

    @Test
    void whoeverIsNotSignedInIsLedToTheDoorAndBack() {
        Api.Answer home = anonymous.get("/");
        Api.Answer recipe = anonymous.get("/recipes/7?view=scaled");
        Api.Answer form = anonymous.post("/sign-out");

        assertThat(home.status()).isEqualTo(303);
        assertThat(home.header("Location")).contains("/sign-in");
        assertThat(home.header("WWW-Authenticate")).isEmpty();
        assertThat(recipe.header("Location"))
                .contains("/sign-in?next=%2Frecipes%2F7%3Fview%3Dscaled");
        assertThat(form.header("Location")).contains("/sign-in");
    }

    @Test
    void programsAreToldInProblemJsonAsEver() {
        assertThat(new Api(server.uri(), "").get("/").header("Content-Type"))
                .contains("application/problem+json");
        assertThat(anonymous.get("/v1/recipes").status()).isEqualTo(401);
        assertThat(anonymous.get("/v1/recipes").header("Content-Type"))
                .contains("application/problem+json");
    }

    @Test
    void personRegistersSignsInAndSignsOut() {
        Person person = Person.any();
        Document register = anonymous.page("/register");

        Api.Answer registered =
                anonymous.send(
                        register.expectFirst("form[action=/register]"),
                        "firstName",
                        person.firstName(),
                        "lastName",
                        person.lastName(),
                        "email",
                        person.email(),
                        "username",
                        person.username(),
                        "password",
                        person.password());

        assertThat(registered.status()).as(registered.body()).isEqualTo(303);
        assertThat(registered.header("Location")).contains("/sign-in?after=registering");
        Api.Answer signedIn = signIn(person, "/sign-in?next=/recipes");
        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.header("Location")).contains("/recipes");
        assertThat(signedIn.header("Set-Cookie").orElseThrow())
                .startsWith("__Host-makeline=")
                .containsIgnoringCase("HttpOnly")
                .contains("Secure", "SameSite=Lax", "Path=/");
        PageReader reader =
                new PageReader(
                        new Browser(new Api(server.uri(), ""), Browser.cookieOf(signedIn), ""));
        Document today = reader.page("/");
        assertThat(today.select("nav[aria-label=Main] a[aria-current=page]").text())
                .isEqualTo("Today");
        Api.Answer signedOut = reader.send(today.expectFirst("form[action=/sign-out]"));
        assertThat(signedOut.header("Location")).contains("/sign-in?after=signing-out");
        assertThat(reader.get("/").status()).isEqualTo(303);
    }

    private Api.Answer signIn(Person person, String path) {
        return anonymous.send(
                anonymous.page(path).expectFirst("form[action=/sign-in]"),
                "username",
                person.username(),
                "password",
                person.password());
    }

    @Test
    void wrongPasswordIsToldBesideTheFieldsAndTheNameStaysWritten() {
        Api.Answer answer =
                anonymous.post(
                        "/sign-in", "username", "nobody<b>", "password", "wrong", "next", "/files");

        Document page = PageReader.read(answer);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(page.expectFirst("[role=alert]#objection").text()).contains("No active account");
        assertThat(page.expectFirst("#username").attr("value")).isEqualTo("nobody<b>");
        assertThat(page.expectFirst("main [name=next]").attr("value")).isEqualTo("/files");
    }

    @Test
    void registrationNamesTheFieldThatIsWrong() {
        Api.Answer answer =
                anonymous.post(
                        "/register",
                        "firstName",
                        "Ada",
                        "lastName",
                        "Cook",
                        "email",
                        "no address",
                        "username",
                        "ada",
                        "password",
                        "short");

        Document page = PageReader.read(answer);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(page.expectFirst("#email").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.expectFirst("#email-objection").text()).isNotBlank();
        assertThat(page.expectFirst("#firstName").attr("value")).isEqualTo("Ada");
        assertThat(page.expectFirst("#password").attr("value")).isEmpty();
    }

    @Test
    void nobodyIsLedToAnotherSite() {
        for (String next :
                new String[] {"https://evil.test/", "//evil.test", "/\\evil.test", "x", "/\t/e"}) {
            Document page = anonymous.page("/sign-in?next=" + URLEncoder.encode(next, UTF_8));
            assertThat(page.expectFirst("main [name=next]").attr("value")).as(next).isEqualTo("/");
        }
    }

    @Test
    void formsFromAnotherSiteAreRefused() {
        Person person = Person.any();
        server.register(person);

        Api.Answer answer =
                anonymous
                        .browser()
                        .send(
                                "POST",
                                "/sign-in",
                                "username=%s&password=%s"
                                        .formatted(person.username(), person.password()),
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Sec-Fetch-Site",
                                "cross-site");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }
}
