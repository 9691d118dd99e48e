package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.Role;
import dev.makeline.server.audit.AuditEntry;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MakePageTest {

    private final RunningServer server = RunningServer.shared();
    private final PageReader reader = PageReader.signedIn(server);

    private long recipe(long recipeId) {
        assertThat(server.api().post("/v1/recipes", Documents.pie(recipeId)).status())
                .isEqualTo(200);
        return recipeId;
    }

    private long make(long recipeId, String document) {
        return server.api()
                .post("/v1/recipes/" + recipeId + "/makes", document)
                .json()
                .path("makeId")
                .longValue();
    }

    private static String path(long recipeId, long makeId) {
        return "/recipes/%d/makes/%d".formatted(recipeId, makeId);
    }

    @Test
    void differenceIsMarkedInPlaceAndToldInASentence() {
        long recipeId = recipe(RunningServer.newRecipeId());
        long makeId = make(recipeId, Documents.pieWithPears(recipeId));

        Document page = reader.page(path(recipeId, makeId));

        assertThat(page.select(".verdict .status").text()).isEqualTo("Deviating");
        assertThat(page.select("del").text()).contains("apples");
        assertThat(page.select("ins").text()).contains("pears");
        assertThat(page.select("tr.diff-deviation .note").text())
                .contains("Deviation: Apples were replaced by pears");
        assertThat(page.select("tr.diff-deviation .gutter").text()).isEqualTo("Deviation");
    }

    @Test
    void deviationIsSignedOffOnceWithAReasonThatIsOnRecord() {
        long recipeId = recipe(RunningServer.newRecipeId());
        long makeId = make(recipeId, Documents.pieWithPears(recipeId));
        Document page = reader.page(path(recipeId, makeId));

        Api.Answer signed =
                reader.send(
                        page.expectFirst("form[action$=/sign-off]"), "reason", "No apples <today>");

        assertThat(signed.status()).as(signed.body()).isEqualTo(303);
        Document after = reader.page(path(recipeId, makeId));
        assertThat(after.expectFirst("#signed-off").text()).contains("No apples <today>");
        assertThat(after.select("form[action$=/sign-off]")).isEmpty();
        Api.Answer again =
                server.api()
                        .post(
                                "/v1" + path(recipeId, makeId) + "/sign-off",
                                ProtocolJson.write(Map.of("reason", "Other")));
        assertThat(again.status()).isEqualTo(409);
        Api admin = new Api(server.uri(), Holder.of(server, Role.ADMIN).token());
        assertThat(admin.get("/v1/audit?action=make-signed-off&target=" + makeId).body())
                .contains("No apples <today>");
        assertThat(
                        server.api()
                                .get("/v1/recipes/" + recipeId + "/makes")
                                .json()
                                .at("/items/0/signedOffBy")
                                .asText())
                .isNotEmpty();
    }

    @Test
    void whoSignedOffIsCalledByTheirName() {
        long recipeId = recipe(RunningServer.newRecipeId());
        long makeId = make(recipeId, Documents.pieWithPears(recipeId));
        Person person = Person.any().withFirstName("Grace <b>");
        server.register(person);
        PageReader theirs = new PageReader(Browser.logIn(server, person));

        theirs.send(
                theirs.page(path(recipeId, makeId)).expectFirst("form[action$=/sign-off]"),
                "reason",
                "Fine");

        assertThat(reader.page(path(recipeId, makeId)).expectFirst("#signed-off").text())
                .contains("by Grace <b> Example,")
                .doesNotContain(person.username());
    }

    @Test
    void lineThatIsSaidInOtherWordsShowsBothAlsoOnANarrowScreen() {
        long recipeId = recipe(RunningServer.newRecipeId());
        String doubled =
                Documents.pie(recipeId)
                        .replace("\"quantity\": 1,", "\"quantity\": 2,")
                        .replace("\"quantity\": 5,", "\"quantity\": 10,")
                        .replace("\"quantity\": 0.5,", "\"quantity\": 1,");
        String path = path(recipeId, make(recipeId, doubled));

        Document written = reader.page(path + "?amounts=as-written");

        assertThat(written.select("tr.diff-ok:contains(10)")).isNotEmpty();
        assertThat(written.select("tr.alike:contains(10)")).isEmpty();
        assertThat(written.select("tr.alike:contains(Make the pie)")).hasSize(1);
    }

    @Test
    void programsSignOffTooAndARepetitionIsTheSame() {
        long recipeId = recipe(RunningServer.newRecipeId());
        long makeId = make(recipeId, Documents.pieWithPears(recipeId));
        String path = "/v1" + path(recipeId, makeId) + "/sign-off";
        Api api = server.api();

        Api.Answer first = api.post(path, "{\"reason\":\" fine \"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("reason").asText()).isEqualTo("fine");
        assertThat(api.post(path, "{\"reason\":\"fine\"}").json()).isEqualTo(first.json());
        assertThat(api.post(path, "{\"reason\":\"\"}").status()).isEqualTo(400);
        assertThat(api.post("/v1" + path(recipeId, 1) + "/sign-off", "{\"reason\":\"a\"}").status())
                .isEqualTo(404);
        long exact = make(recipeId, Documents.pie(recipeId));
        assertThat(
                        api.post("/v1" + path(recipeId, exact) + "/sign-off", "{\"reason\":\"a\"}")
                                .status())
                .isEqualTo(409);
    }

    @Test
    void makeBecomesTheNextRevisionAndTheRecipeKeepsItsTolerances() throws Exception {
        long recipeId = RunningServer.newRecipeId();
        ObjectNode pie = ProtocolJson.read(Documents.pie(recipeId), ObjectNode.class);
        pie.putObject("tolerances")
                .putObject("quantityPercent")
                .put("within", 2)
                .put("critical", 9);
        ((ObjectNode) pie.path("ingredients").path(0))
                .putObject("tolerance")
                .putObject("quantityPercent")
                .put("within", 1);
        Api.Answer kept = server.api().post("/v1/recipes", ProtocolJson.write(pie));
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        long makeId = make(recipeId, Documents.pieWithPears(recipeId));
        Document page = reader.page(path(recipeId, makeId));

        Api.Answer answer = reader.send(page.expectFirst("form[action$=/revision]"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.header("Location"))
                .contains("/recipes/%d?revision=2".formatted(recipeId));
        assertThat(AuditTrail.of(server).ofTarget(Long.toString(recipeId)))
                .extracting(AuditEntry::action, event -> event.details().get("revision"))
                .containsExactly(tuple("recipe-revised", "1"), tuple("recipe-revised", "2"));
        var recipe = server.api().get("/v1/recipes/" + recipeId).json();
        assertThat(recipe.path("ingredients").toString())
                .contains("pears")
                .doesNotContain("apples");
        assertThat(recipe.path("tolerances")).isEqualTo(pie.path("tolerances"));
        assertThat(recipe.path("ingredients").path(0).path("tolerance"))
                .isEqualTo(pie.path("ingredients").path(0).path("tolerance"));
        Document shown = reader.page("/recipes/%d?revision=2".formatted(recipeId));
        assertThat(shown.select("ins").text()).contains("pears");
        assertThat(reader.send(page.expectFirst("form[action$=/revision]")).status())
                .isEqualTo(412);
    }

    @Test
    void makesStandInOneTableToBeCompared() {
        long recipeId = recipe(RunningServer.newRecipeId());
        long one = make(recipeId, Documents.pie(recipeId));
        long other = make(recipeId, Documents.pieWithPears(recipeId));
        Document list = reader.page("/recipes/" + recipeId);

        assertThat(list.select("input[name=make]")).hasSize(2);
        assertThat(list.select("figure.timeline svg .point")).hasSize(2);
        Document table =
                reader.page("/recipes/%d/compare?make=%d&make=%d".formatted(recipeId, one, other));
        assertThat(table.select("table.compare thead th")).hasSize(3);
        assertThat(table.select("td.cell-deviation").text()).contains("pears");
        assertThat(reader.get("/recipes/%d/compare".formatted(recipeId)).status()).isEqualTo(400);
    }

    @Test
    void textsOfDocumentsAreShownAsText() {
        long recipeId = RunningServer.newRecipeId();
        String bad = "<img src=x onerror=alert(1)>";
        server.api().post("/v1/recipes", Documents.pie(recipeId).replace("Apple Pie", bad));
        long makeId = make(recipeId, Documents.pieWithPears(recipeId).replace("pears", bad));

        for (String path :
                new String[] {"/recipes/" + recipeId, path(recipeId, makeId), "/?span=week"}) {
            Document page = reader.page(path);
            assertThat(page.select("img")).as(path).isEmpty();
            assertThat(page.text()).as(path).contains(bad);
        }
    }

    @Test
    void whatIsNotThereIsSaidOnAPage() {
        assertThat(reader.get("/recipes/4/makes/5").status()).isEqualTo(404);
        assertThat(PageReader.read(reader.get("/recipes/4")).expectFirst("main").text())
                .contains("There is no recipe 4.");
    }
}
