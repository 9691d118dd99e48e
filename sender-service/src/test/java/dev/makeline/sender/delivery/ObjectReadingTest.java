package dev.makeline.sender.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.Submission;
import dev.makeline.protocol.Traceparent;
import dev.makeline.protocol.UploadJob;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ObjectReadingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String LINKED_DATA =
            """
            {"@graph": [{"@type": ["Recipe"], "name": "Flatbread",
             "recipeIngredient": ["2 cups flour", "water"],
             "recipeInstructions": "Knead.\\nBake."}]}
            """;

    private final ObjectReading reading = new ObjectReading(new RecipeDocumentReader());

    @Test
    void fileOfLinkedDataIsSubmittedAsACanonicalDocument() {
        Submission submission =
                reading.read(job("recipes/flatbread.jsonld"), LINKED_DATA.getBytes(UTF_8), NOW);

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Document.class,
                        document -> {
                            assertThat(document.document().path("recipeName").asText())
                                    .isEqualTo("Flatbread");
                            assertThat(document.document().path("recipeId").isIntegralNumber())
                                    .isTrue();
                            assertThat(document.document().path("steps")).hasSize(2);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.jsonld", "a.html", "a.HTM", "recipes/a.md"})
    void filesOfEveryFormAreFetched(String key) {
        assertThat(reading.refusalOf(job(key))).isEmpty();
    }

    private static UploadJob job(String key) {
        return UploadJob.of(
                new ObjectVersion("makeline-intake", key, Optional.empty(), "etag"),
                100,
                Optional.empty(),
                NOW,
                Traceparent.start());
    }
}
