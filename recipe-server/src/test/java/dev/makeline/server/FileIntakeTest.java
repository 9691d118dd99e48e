package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.Traceparent;
import dev.makeline.protocol.UploadJob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

class FileIntakeTest {

    private final RunningServer server = RunningServer.shared();
    private final Files files = new Files(new People(server).user("Erika", "Muster").api());
    private final long recipeId = RunningServer.newRecipeId();

    @Test
    void recipeIsSentOnceUnderAKeyOfTheServers() throws Exception {
        String fileId = json("pie.json", Documents.pie(recipeId));

        List<Api.Answer> sent = UploadTest.atOnce(4, _ -> send(fileId, ""));

        assertThat(sent)
                .allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(202));
        assertThat(keys(fileId)).containsExactly("recipes/files/" + fileId + "/1.json");
        assertThat(sent.getFirst().json().path("state").textValue()).isEqualTo("sent");
        assertThat(sent.getFirst().json().path("sentAs").textValue()).isEqualTo("recipe");
    }

    @Test
    void makeIsToldByWhatItSaysOrByWhatIsAskedFor() {
        String made =
                json(
                        "pie.json",
                        Documents.pie(recipeId).replaceFirst("\\{", "{\"madeBy\": \"Erika\", "));
        String asked = json("pie.json", Documents.pie(recipeId));

        assertThat(send(made, "").json().path("sentAs").textValue()).isEqualTo("make");
        assertThat(send(asked, "?as=make").json().path("sentAs").textValue()).isEqualTo("make");
        assertThat(keys(made)).containsExactly("makes/files/" + made + "/1.json");
        assertThat(send(asked, "?as=cake").status()).isEqualTo(400);
    }

    @Test
    void otherFormsGetTheEndingOfTheirForm() {
        String markdown =
                "# Pie\n\n## Ingredients\n\n- 5 apples\n\n## Instructions\n\n1. Bake the pie.\n";
        String fileId = files.upload("pie.md", "text/markdown", markdown.getBytes(UTF_8));

        assertThat(send(fileId, "").status()).isEqualTo(202);
        assertThat(keys(fileId)).containsExactly("recipes/files/" + fileId + "/1.md");
    }

    @Test
    void whatIsNoRecipeIsRefusedWithTheReadersReason() {
        Api.Answer answer = send(json("no.json", "{\"name\": 1}"), "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("type").textValue())
                .isEqualTo("/problems/no-recipe-document");
        assertThat(answer.json().path("detail").textValue()).isNotBlank();
    }

    @Test
    void nextVersionIsSentAgain() {
        String fileId = json("pie.json", Documents.pie(recipeId));
        send(fileId, "");
        files.put(
                fileId,
                "application/json",
                Documents.pieWithPears(recipeId).getBytes(UTF_8),
                "If-Match",
                "\"1\"");

        assertThat(intake(fileId, "").json().path("state").textValue()).isEqualTo("not-sent");
        assertThat(send(fileId, "").json().path("version").intValue()).isEqualTo(2);
        assertThat(intake(fileId, "?version=3").status()).isEqualTo(404);
        assertThat(intake(fileId, "?version=1").status()).isEqualTo(200);
    }

    @Test
    void fileShowsWhatTheLedgerSays() {
        String fileId = json("pie.json", Documents.pie(recipeId));
        JsonNode sent = send(fileId, "").json();
        UploadJob job = job(keys(fileId).getFirst());
        assertThat(job.object().objectId()).isEqualTo(sent.path("objectId").textValue());

        ledger(job, new IntakeState.Submitted(recipeId, 1, OptionalLong.of(7)));
        JsonNode submitted = intake(fileId, "").json();
        ledger(job, new IntakeState.Waiting(recipeId));
        JsonNode waiting = intake(fileId, "").json();
        ledger(job, new IntakeState.Rejected("It is burnt.", Optional.of("/steps/1")));
        JsonNode rejected = intake(fileId, "").json();

        assertThat(submitted.path("state").textValue()).isEqualTo("submitted");
        assertThat(submitted.at("/links/differences").textValue())
                .isEqualTo("/v1/recipes/%d/makes/7/differences".formatted(recipeId));
        assertThat(waiting.path("state").textValue()).isEqualTo("waiting");
        assertThat(waiting.path("recipeId").longValue()).isEqualTo(recipeId);
        assertThat(rejected.path("reason").textValue()).isEqualTo("It is burnt.");
    }

    @Test
    void programNeedsBothScopes() {
        String owned = server.token(Scope.FILES_READ, Scope.FILES_WRITE);
        Files program = new Files(new Api(server.uri(), owned));
        String fileId =
                program.upload(
                        "pie.json", "application/json", Documents.pie(recipeId).getBytes(UTF_8));

        Api.Answer answer = program.api().post("/v1/files/" + fileId + "/intake", "");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(program.get(fileId).json().path("owner").toString())
                .isEqualTo("{\"program\":\"test\"}");
        assertThat(new Files(new People(server).user("Otto", "Other").api()).get(fileId).status())
                .isEqualTo(404);
    }

    private void ledger(UploadJob job, IntakeState state) {
        server.ledger()
                .write(List.of(new IntakeEntry(job, state, Instant.now(), Optional.empty())));
    }

    private UploadJob job(String key) {
        S3Client s3 = server.bean(S3Client.class);
        var head = s3.headObject(request -> request.bucket(ResourceNames.INTAKE_BUCKET).key(key));
        return UploadJob.of(
                new ObjectVersion(
                        ResourceNames.INTAKE_BUCKET,
                        key,
                        Optional.ofNullable(head.versionId()),
                        head.eTag()),
                head.contentLength(),
                Optional.empty(),
                Instant.now(),
                Traceparent.start());
    }

    private String json(String name, String document) {
        return files.upload(name, "application/json", document.getBytes(UTF_8));
    }

    private Api.Answer send(String fileId, String query) {
        return files.api().post("/v1/files/" + fileId + "/intake" + query, "");
    }

    private Api.Answer intake(String fileId, String query) {
        return files.api().get("/v1/files/" + fileId + "/intake" + query);
    }

    private List<String> keys(String fileId) {
        return server
                .bean(S3Client.class)
                .listObjectsV2Paginator(list -> list.bucket(ResourceNames.INTAKE_BUCKET))
                .contents()
                .stream()
                .map(S3Object::key)
                .filter(key -> key.contains(fileId))
                .toList();
    }
}
