package dev.makeline.benchmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentFormTest {

    @Test
    void theContentIsTheLastFieldOfTheForm() {
        ContentForm form = ContentForm.of("edge", Map.of("key", "a/b"), "plums");

        assertThat(form.contentType()).isEqualTo("multipart/form-data; boundary=edge");
        assertThat(form.body())
                .isEqualToNormalizingNewlines(
                        """
                        --edge
                        Content-Disposition: form-data; name="key"

                        a/b
                        --edge
                        Content-Disposition: form-data; name="file"; filename="content"

                        plums
                        --edge--
                        """);
    }
}
