package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One browser window with cookies of its own. Its methods say what a person does; each waits until
/// it can be done.
final class Visit implements AutoCloseable {

    private final BrowserContext context;
    private final Complaints complaints;
    private final Page page;

    Visit(BrowserContext context, Set<String> hosts) {
        this.context = context;
        this.complaints = new Complaints(context, hosts);
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    List<String> complaints() {
        return complaints.all();
    }

    /// What the browser says of a server that is gone is no complaint of its pages from now on.
    void allowLossOfServer() {
        complaints.allowLossOfServer();
    }

    /// @return the HTTP status
    int open(String path) {
        return Optional.ofNullable(page.navigate(path)).map(Response::status).orElse(0);
    }

    /// Of the page that is open.
    String path() {
        return URI.create(page.url()).getPath();
    }

    void signIn(Person person) {
        open("/sign-in");
        fillIn(person);
        press("Sign in");
        assertThat(heading("Sign in")).hasCount(0);
    }

    /// At the door, which is open already.
    void fillIn(Person person) {
        field("Username or e-mail address").fill(person.username());
        field("Password").fill(person.password());
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    void press(String button) {
        button(button).click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void follow(String link) {
        link(link).click();
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    /// For what a page does not show by itself.
    void reloadUntil(String text) {
        await("the page says " + text)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    page.reload();
                    return text(text).first().isVisible();
                });
    }

    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }
}
