package dev.makeline.system.browser;

import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.makeline.system.instance.Answer;
import dev.makeline.system.instance.Documents;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.InstanceSettings;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.PutObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A running Makeline with people, and the browser in which they visit it. For one thread.
final class Kitchen implements AutoCloseable {

    /// For whatever a page shows sooner or later; a busy machine takes its time.
    private static final double PATIENCE_MILLIS = 20_000;

    private static final Person HEAD = Person.head();

    private final Instance makeline;
    private final Chromium chromium;
    private final List<Visit> visits = new ArrayList<>();
    private final Map<Person, String> cookies = new HashMap<>();
    private Optional<Menu> menu = Optional.empty();

    private Kitchen(Instance makeline, Chromium chromium) {
        this.makeline = makeline;
        this.chromium = chromium;
    }

    /// Nothing was ever cooked in it.
    static Kitchen empty(String name) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Chromium chromium = Chromium.start();
        try {
            return new Kitchen(Instance.start(settings(name)), chromium);
        } catch (RuntimeException | Error e) {
            chromium.close();
            throw e;
        }
    }

    private static InstanceSettings settings(String name) {
        return InstanceSettings.named(name)
                .with(Program.RECIPE_SERVER, "MAKELINE_FIRST_ADMIN_USERNAME", HEAD.username())
                .with(Program.RECIPE_SERVER, "MAKELINE_FIRST_ADMIN_EMAIL", HEAD.email())
                .with(Program.RECIPE_SERVER, "MAKELINE_FIRST_ADMIN_PASSWORD", HEAD.password());
    }

    /// With a [Menu], and a processor for jobs.
    static Kitchen opened() {
        Kitchen kitchen = empty("kitchen");
        try {
            kitchen.makeline.another(Program.PROCESSOR).start();
            kitchen.menu = Optional.of(Menu.cookedIn(kitchen));
            return kitchen;
        } catch (RuntimeException | Error e) {
            kitchen.close();
            throw e;
        }
    }

    Instance makeline() {
        return makeline;
    }

    Menu menu() {
        return menu.orElseThrow();
    }

    /// The administrator.
    Person head() {
        return HEAD;
    }

    /// A new account, made by the API.
    Person join(String firstName, String lastName) {
        Person person = Person.called(firstName, lastName);
        Answer answer =
                makeline.api()
                        .withoutToken()
                        .post(
                                "/v1/users",
                                """
                                {"firstName": "%s", "lastName": "%s", "email": "%s", "username": "%s", "password": "%s"}
                                """
                                        .formatted(
                                                firstName,
                                                lastName,
                                                person.email(),
                                                person.username(),
                                                person.password()));
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        return person;
    }

    /// The page of a make, of a recipe that no other test uses, which differs a lot.
    String cookDeviatingMake(String by) {
        long recipe = Documents.newRecipeId();
        PutObject original =
                makeline.bucket().put("recipes/%d.json".formatted(recipe), Dishes.plumCake(recipe));
        makeline.ledger().awaitSubmitted(original, SOON);
        PutObject make =
                makeline.bucket()
                        .put(
                                "makes/%d.json".formatted(recipe),
                                Dishes.plumCakeWithoutPlums(recipe, 1).replace("Cook 1", by));
        makeline.ledger().awaitSubmitted(make, SOON);
        return "/recipes/%d/makes/%d".formatted(recipe, makeline.api().makeIds(recipe).getFirst());
    }

    /// Somebody who is not signed in.
    Visit visit(Look look) {
        return visit(look.options());
    }

    Visit visit(Person person, Look look) {
        return visit(person, look.options());
    }

    /// Signed in, in the page the first time.
    Visit visit(Person person, NewContextOptions options) {
        String signedIn = cookies.computeIfAbsent(person, this::signIn);
        return visit(options.setStorageState(signedIn));
    }

    Visit visit(NewContextOptions options) {
        Visit visit =
                new Visit(
                        chromium.browser()
                                .newContext(options.setBaseURL(makeline.api().base().toString())),
                        hosts());
        visit.context().setDefaultTimeout(PATIENCE_MILLIS);
        visits.add(visit);
        return visit;
    }

    private String signIn(Person person) {
        Visit visit = visit(Look.LIGHT);
        visit.signIn(person);
        return visit.context().storageState();
    }

    private Set<String> hosts() {
        return Set.of(
                makeline.api().base().getAuthority(),
                "127.0.0.1:" + makeline.addresses().s3(),
                "localhost:" + makeline.addresses().s3());
    }

    /// What the browser says of a server that is gone is no complaint of any open page.
    void allowLossOfServer() {
        visits.forEach(Visit::allowLossOfServer);
    }

    void photographVisits(Path files) {
        for (int i = 0; i < visits.size(); i++) {
            visits.get(i).photograph(Path.of("%s-%d.png".formatted(files, i + 1)));
        }
    }

    /// Closes the windows; no page of theirs may have complained.
    void endVisits() {
        List<String> complaints =
                visits.stream().flatMap(one -> one.complaints().stream()).toList();
        visits.forEach(Visit::close);
        visits.clear();
        assertThat(complaints).as("what the browser found wrong with the pages").isEmpty();
    }

    String story() {
        return "Pages complained of %s. %s"
                .formatted(visits.stream().map(Visit::complaints).toList(), makeline.story());
    }

    @Override
    public void close() {
        chromium.close();
        makeline.close();
    }
}
