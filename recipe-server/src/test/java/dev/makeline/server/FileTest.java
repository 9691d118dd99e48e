package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.server.Files.Form;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Listing, changing and reading files.
class FileTest {

    private static final int MEBIBYTE = 1_048_576;

    private final RunningServer server = RunningServer.shared();
    private final People people = new People(server);
    private final Files files = new Files(people.user("Erika", "Muster").api());

    @Test
    void fileTellsWhoseItIsAndWhatItIs() {
        String fileId = files.upload("plums.txt", "Plums.\n");

        JsonNode file = files.get(fileId).json();

        assertThat(file.path("name").textValue()).isEqualTo("plums.txt");
        assertThat(file.path("description").textValue()).isEqualTo("of 9 letters");
        assertThat(file.path("owner").toString())
                .isEqualTo("{\"firstName\":\"Erika\",\"lastName\":\"Muster\"}");
        assertThat(file.path("size").intValue()).isEqualTo(7);
        assertThat(file.path("mediaType").textValue()).isEqualTo("text/plain");
        assertThat(file.path("sha256").textValue())
                .isEqualTo(Files.sha256("Plums.\n".getBytes(UTF_8)));
        assertThat(file.path("versions").intValue()).isEqualTo(1);
        assertThat(file.has("uploadedAt") && file.has("updatedAt")).isTrue();
    }

    @Test
    void smallContentGoesThroughTheServerAndIsEditedInPlace() {
        byte[] first = "Plums.\n".getBytes(UTF_8);
        String fileId =
                files.announce("plums.txt", "text/plain", first).json().path("fileId").textValue();

        Api.Answer sent = files.put(fileId, "text/plain", first);
        Api.Answer edited =
                files.put(
                        fileId,
                        "text/plain",
                        "Plums and butter.\n".getBytes(UTF_8),
                        "If-Match",
                        files.content(fileId).header("ETag").orElseThrow());

        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(edited.json().path("versions").intValue()).isEqualTo(2);
        assertThat(files.content(fileId).body()).isEqualTo("Plums and butter.\n");
        assertThat(files.api().get("/v1/files/" + fileId + "/content?version=1").body())
                .isEqualTo("Plums.\n");
    }

    @Test
    void contentTooLargeForTheServerIsToldTheWayByForm() {
        String fileId = files.upload("plums.txt", "Plums.\n");

        assertThat(List.of(5 * MEBIBYTE + 1, 7 * MEBIBYTE))
                .allSatisfy(size -> {
                    Api.Answer answer =
                            files.put(fileId, "text/plain", new byte[size], "If-Match", "*");
                    assertThat(answer.status()).isEqualTo(413);
                    assertThat(answer.body())
                            .contains(
                                    "/problems/content-too-large",
                                    "form",
                                    "POST /v1/files/{fileId}/uploads");
                });
        assertThat(files.content(fileId).body()).isEqualTo("Plums.\n");
    }

    @Test
    void firstContentHasToBeWhatWasAnnounced() {
        byte[] announced = "Plums.\n".getBytes(UTF_8);
        String fileId =
                files.announce("plums.txt", "text/plain", announced)
                        .json()
                        .path("fileId")
                        .textValue();

        assertThat(files.put(fileId, "text/plain", "Plumz.\n".getBytes(UTF_8)).status())
                .isEqualTo(422);
        assertThat(files.put(fileId, "text/html", announced).status()).isEqualTo(422);
        assertThat(files.put(fileId, "text/plain", announced).status()).isEqualTo(200);
    }

    @Test
    void changeOfContentNeedsTheConditionThatHolds() {
        String fileId = files.upload("plums.txt", "Plums.\n");
        byte[] next = "More plums.\n".getBytes(UTF_8);

        assertThat(files.put(fileId, "text/plain", next).status()).isEqualTo(428);
        assertThat(files.put(fileId, "text/plain", next, "If-Match", "\"7\"").status())
                .isEqualTo(412);
        assertThat(files.put(fileId, "text/plain", next, "If-Match", "7").status()).isEqualTo(400);
        assertThat(files.put(fileId, "application/pdf", next, "If-Match", "\"1\"").status())
                .isEqualTo(422);
        assertThat(files.content(fileId).body()).isEqualTo("Plums.\n");
    }

    @Test
    void ofTwoEditsOfOneVersionOneIsRefused() throws Exception {
        String fileId = files.upload("plums.txt", "Plums.\n");

        List<Api.Answer> answers =
                UploadTest.atOnce(
                        2,
                        i ->
                                files.put(
                                        fileId,
                                        "text/plain",
                                        ("Edit " + i).getBytes(UTF_8),
                                        "If-Match",
                                        "\"1\""));

        assertThat(answers.stream().map(Api.Answer::status)).containsExactlyInAnyOrder(200, 412);
        int kept = answers.get(0).status() == 200 ? 0 : 1;
        assertThat(files.content(fileId).body()).isEqualTo("Edit " + kept);
        assertThat(files.get(fileId).json().path("versions").intValue()).isEqualTo(2);
    }

    @Test
    void contentIsReplacedByAFormAndOfTwoOneIsRefused() {
        String fileId = files.upload("plums.txt", "Plums.\n");
        byte[] one = "Replaced by one.\n".getBytes(UTF_8);
        byte[] two = "Replaced by two.\n".getBytes(UTF_8);
        JsonNode first = replacement(fileId, one);
        JsonNode second = replacement(fileId, two);
        Form.of(first.path("upload")).send(one);
        Form.of(second.path("upload")).send(two);

        Api.Answer completed =
                files.api()
                        .post(
                                "/v1/files/%s/completion?uploadId=%s"
                                        .formatted(fileId, first.path("uploadId").textValue()),
                                "");
        Api.Answer overtaken = files.complete(fileId);

        assertThat(completed.status()).as(completed.body()).isEqualTo(200);
        assertThat(overtaken.status()).isEqualTo(412);
        assertThat(files.content(fileId).body()).isEqualTo("Replaced by one.\n");
        assertThat(UploadTest.keys(server, fileId)).hasSize(2);
    }

    private JsonNode replacement(String fileId, byte[] content) {
        Api.Answer answer =
                files.api()
                        .post(
                                "/v1/files/" + fileId + "/uploads",
                                Files.announcement("-", "text/plain", content).toString(),
                                "If-Match",
                                "\"1\"");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    @Test
    void refusedReplacementLeavesTheFileAsItWas() {
        String fileId = files.upload("plums.txt", "Plums.\n");
        byte[] announced = "Replaced by one.\n".getBytes(UTF_8);
        JsonNode upload = replacement(fileId, announced);
        Form.of(upload.path("upload")).send("Something else.\n\n".getBytes(UTF_8));

        assertThat(files.complete(fileId).status()).isEqualTo(422);
        assertThat(files.complete(fileId).status()).isEqualTo(422);
        assertThat(files.get(fileId).json().path("state").textValue()).isEqualTo("live");
        assertThat(files.content(fileId).body()).isEqualTo("Plums.\n");
    }

    @Test
    void nameAndDescriptionAreChanged() {
        String fileId = files.upload("plums.txt", "Plums.\n");

        Api.Answer changed = patch(fileId, "{\"name\": \"Zwetschgen.txt\"}", "\"1\"");

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("name").textValue()).isEqualTo("Zwetschgen.txt");
        assertThat(changed.json().path("description").textValue()).isEqualTo("of 9 letters");
        assertThat(changed.header("ETag")).contains("\"2\"");
        assertThat(patch(fileId, "{\"name\": \"x\"}", "\"1\"").status()).isEqualTo(412);
        assertThat(patch(fileId, "{\"name\": \"../x\"}", "\"2\"").status()).isEqualTo(400);
        assertThat(
                        patch(fileId, "{\"state\": \"trash\"}", "\"2\"")
                                .json()
                                .path("state")
                                .textValue())
                .isEqualTo("live");
    }

    private Api.Answer patch(String fileId, String body, String ifMatch) {
        return files.api()
                .send(
                        "PATCH",
                        "/v1/files/" + fileId,
                        BodyPublishers.ofString(body),
                        "If-Match",
                        ifMatch);
    }

    @Test
    void earlierVersionIsRestoredAsTheNext() {
        String fileId = files.upload("plums.txt", "one");
        files.put(fileId, "text/plain", "two".getBytes(UTF_8), "If-Match", "\"1\"");

        Api.Answer restored =
                files.api().post("/v1/files/" + fileId + "/versions/1/restoration", "");
        JsonNode versions = files.api().get("/v1/files/" + fileId + "/versions?limit=2").json();
        JsonNode rest =
                files.api()
                        .get(
                                "/v1/files/%s/versions?limit=2&cursor=%s"
                                        .formatted(fileId, versions.path("nextCursor").textValue()))
                        .json();

        assertThat(restored.json().path("versions").intValue()).isEqualTo(3);
        assertThat(files.content(fileId).body()).isEqualTo("one");
        assertThat(values(versions, "version")).containsExactly("3", "2");
        assertThat(values(rest, "version")).containsExactly("1");
        assertThat(versions.at("/items/0/restoredFrom").intValue()).isEqualTo(1);
        assertThat(files.api().post("/v1/files/" + fileId + "/versions/9/restoration", "").status())
                .isEqualTo(404);
    }

    @Test
    void listIsSortedSearchedAndPaged() {
        files.upload("Berries.txt", "three");
        files.upload("apples.txt", "a");
        files.upload("Cherries.txt", "to");

        assertThat(names("?sort=name"))
                .containsExactly("apples.txt", "Berries.txt", "Cherries.txt");
        assertThat(names("?sort=-size"))
                .containsExactly("Berries.txt", "Cherries.txt", "apples.txt");
        assertThat(names("")).containsExactly("Cherries.txt", "apples.txt", "Berries.txt");
        assertThat(names("?q=ERR")).containsExactly("Cherries.txt", "Berries.txt");
        assertThat(names("?q=letters%2099")).isEmpty();
        assertThat(names("?q=letters%20apples")).containsExactly("apples.txt");
        JsonNode page = files.api().get("/v1/files?sort=name&limit=2").json();
        assertThat(values(page, "name")).containsExactly("apples.txt", "Berries.txt");
        assertThat(names("?sort=name&limit=2&cursor=" + page.path("nextCursor").textValue()))
                .containsExactly("Cherries.txt");
        assertThat(files.api().get("/v1/files?sort=colour").status()).isEqualTo(400);
        assertThat(files.api().get("/v1/files?state=gone").status()).isEqualTo(400);
        assertThat(
                        files.api()
                                .get(
                                        "/v1/files?sort=size&cursor="
                                                + page.path("nextCursor").textValue())
                                .status())
                .isEqualTo(400);
    }

    @Test
    void listGoesOnAlsoWhenTheLastFileOfAPageIsGone() {
        List.of("a", "b", "c", "d").forEach(name -> files.upload(name, name));
        JsonNode page = files.api().get("/v1/files?sort=name&limit=2").json();
        files.delete(page.at("/items/1/fileId").textValue());

        assertThat(names("?sort=name&cursor=" + page.path("nextCursor").textValue()))
                .containsExactly("c", "d");
    }

    @Test
    void otherPeopleSeeNothingAndAdministratorsSeeAndDelete() {
        String fileId = files.upload("plums.txt", "Plums.\n");
        Files other = new Files(people.user("Otto", "Other").api());
        Files admin = new Files(people.admin().api());

        String unknown = other.get("01k9zzzzzzzzzzzzzzzzzzzzzz").body();
        assertThat(other.get(fileId).status()).isEqualTo(404);
        assertThat(other.get(fileId).body())
                .isEqualTo(unknown.replace("01k9zzzzzzzzzzzzzzzzzzzzzz", fileId));
        assertThat(other.content(fileId).status()).isEqualTo(404);
        assertThat(other.delete(fileId).status()).isEqualTo(404);
        assertThat(other.put(fileId, "text/plain", new byte[1], "If-Match", "*").status())
                .isEqualTo(404);
        assertThat(other.api().get("/v1/files").json().path("items")).isEmpty();
        assertThat(other.api().get("/v1/files?all=true").status()).isEqualTo(403);

        assertThat(admin.get(fileId).status()).isEqualTo(200);
        assertThat(admin.content(fileId).body()).isEqualTo("Plums.\n");
        assertThat(admin.put(fileId, "text/plain", new byte[1], "If-Match", "*").status())
                .isEqualTo(403);
        assertThat(values(admin.api().get("/v1/files?limit=200").json(), "fileId"))
                .contains(fileId);
        assertThat(admin.api().get("/v1/files?all=false").json().path("items")).isEmpty();
        assertThat(admin.delete(fileId).status()).isEqualTo(204);
        assertThat(files.get(fileId).json().path("state").textValue()).isEqualTo("trash");
    }

    @Test
    void everybodysFilesAreListedByTimeInPages() {
        Files admin = new Files(people.admin().api());
        List<String> mine = List.of(files.upload("x1 quince", "1"), files.upload("x2 quince", "2"));

        List<String> all = new ArrayList<>();
        JsonNode page = admin.api().get("/v1/files?all=true&limit=7").json();
        all.addAll(values(page, "fileId"));
        while (page.has("nextCursor")) {
            String cursor = page.path("nextCursor").textValue();
            page = admin.api().get("/v1/files?all=true&limit=7&cursor=" + cursor).json();
            all.addAll(values(page, "fileId"));
        }
        JsonNode found = admin.api().get("/v1/files?all=true&q=quince%20x1").json();

        assertThat(all).doesNotHaveDuplicates().containsSubsequence(mine.get(1), mine.get(0));
        assertThat(values(found, "fileId")).contains(mine.get(0)).doesNotContain(mine.get(1));
        assertThat(found.at("/items/0/owner/firstName").textValue()).isEqualTo("Erika");
        assertThat(admin.api().get("/v1/files?all=true&sort=name").status()).isEqualTo(400);
    }

    private List<String> names(String query) {
        return values(files.api().get("/v1/files" + query).json(), "name");
    }

    static List<String> values(JsonNode page, String field) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path(field).asText())
                .collect(Collectors.toList());
    }
}
