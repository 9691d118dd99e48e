package dev.makeline.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.document.Reading.Read;
import dev.makeline.document.Reading.Unreadable;

/// What holds for the reader's answer to any bytes.
final class Answers {

    private static final RecipeDocumentReader READER = new RecipeDocumentReader();

    private Answers() {}

    static void judge(byte[] bytes) {
        switch (READER.read(bytes)) {
            case Unreadable(String reason, var _, var kind) -> {
                assertThat(reason).endsWith(".").doesNotContain("\n").hasSizeLessThan(300);
                assertThat(kind).isNotNull();
            }
            case Read(RecipeDocument document) -> {
                byte[] canonical = document.json().toString().getBytes(UTF_8);
                assertThat(canonical.length).isLessThan(DocumentLimits.DOCUMENT_BYTES + 100);
                RecipeDocument again = ((Read) READER.read(canonical)).document();
                assertThat(again.json()).isEqualTo(document.json());
                assertThat(again.content()).isEqualTo(document.content());
            }
        }
    }
}
