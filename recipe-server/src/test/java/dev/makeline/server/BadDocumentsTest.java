package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadDocumentsTest {

    private static final long RECIPE = RunningServer.newRecipeId();
    private static final String PIE = Documents.pie(RECIPE);

    private final Api api = RunningServer.shared().api();
    private final String makes = "/v1/recipes/" + RECIPE + "/makes";

    static final class Bad {

        private final String what;
        private final int status;
        private final byte[] body;

        Bad(String what, int status, byte[] body) {
            this.what = what;
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }

        static Bad text(String what, String body) {
            return new Bad(what, 400, body.getBytes(UTF_8));
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Bad> badDocuments() {
        return Stream.of(
                Bad.text("only blanks", "  \n"),
                Bad.text("not JSON", "Dear Sir or Madam"),
                new Bad("UTF-16", 400, PIE.getBytes(UTF_16)),
                new Bad("gzip", 400, gzip(PIE)),
                new Bad("broken UTF-8", 400, new byte[] {'{', '"', (byte) 0xff, '"', '}'}),
                Bad.text("truncated", PIE.substring(0, PIE.length() / 2)),
                Bad.text("a list", "[" + PIE + "]"),
                Bad.text("two documents", PIE + PIE),
                Bad.text(
                        "duplicate keys",
                        PIE.replace("\"rating\": 5.0", "\"rating\": 5.0, \"rating\": 1")),
                Bad.text("NaN", PIE.replace("5.0", "NaN")),
                Bad.text("1e400", PIE.replace("\"quantity\": 5", "\"quantity\": 1e400")),
                Bad.text(
                        "a million digits",
                        PIE.replace("\"quantity\": 5", "\"quantity\": 5" + "0".repeat(999_000))),
                Bad.text(
                        "depth of 100,000",
                        PIE.replace("5.0", "[".repeat(100_000) + "]".repeat(100_000))),
                new Bad(
                        "5 MB text",
                        413,
                        PIE.replace("apples", "a".repeat(5_000_000)).getBytes(UTF_8)),
                Bad.text("long text", PIE.replace("apples", "a".repeat(10_001))),
                Bad.text(
                        "1,001 ingredients",
                        PIE.replace(
                                "\"ingredients\": [",
                                "\"ingredients\": ["
                                        + "{\"ingredientName\":\"a\",\"quantity\":1},"
                                                .repeat(998))),
                Bad.text("wrong types", PIE.replace("\"quantity\": 5", "\"quantity\": \"five\"")),
                Bad.text("negative", PIE.replace("\"quantity\": 5", "\"quantity\": -5")),
                Bad.text("no quantity", PIE.replace("\"quantity\": 5,", "")),
                Bad.text("no name", PIE.replace("\"recipeName\": \"Apple Pie\",", "")),
                Bad.text("blank name", PIE.replace("Apple Pie", " ")),
                Bad.text(
                        "id out of range",
                        PIE.replace("\"recipeId\": " + RECIPE, "\"recipeId\": 9007199254740992")));
    }

    @BeforeEach
    void recipe() {
        assertThat(api.post("/v1/recipes", PIE).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void badDocumentIsRefusedWithASentenceAndItsPlace(Bad bad) {
        Api.Answer recipe = api.send("POST", "/v1/recipes", BodyPublishers.ofByteArray(bad.body()));
        Api.Answer make = api.send("POST", makes, BodyPublishers.ofByteArray(bad.body()));

        assertThat(recipe.status()).as(recipe.body()).isEqualTo(bad.status());
        assertThat(make.status()).isEqualTo(bad.status());
        assertThat(make.json()).isEqualTo(recipe.json());
        assertThat(recipe.header("Content-Type")).contains("application/problem+json");
        assertThat(recipe.json().path("detail").textValue()).endsWith(".").hasSizeLessThan(400);
    }

    @Test
    void oddButGoodDocumentsAreTaken() {
        String bom = "\ufeff" + PIE;
        String html = PIE.replace("apples", "<script>alert('apples')</script>");
        String unknown = PIE.replace("\"rating\": 5.0", "\"__proto__\": {\"a\": 1}, \"rating\": 5");

        Api.Answer made = api.post(makes, html);

        assertThat(api.post(makes, bom).status()).isEqualTo(200);
        assertThat(api.post(makes, unknown).json().path("__proto__").path("a").intValue())
                .isEqualTo(1);
        assertThat(made.json().path("ingredients").get(1).path("ingredientName").textValue())
                .isEqualTo("<script>alert('apples')</script>");
        assertThat(made.header("Content-Type")).contains("application/json");
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
