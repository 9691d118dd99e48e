package dev.makeline.processor.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransferTest {

    @Test
    void whatIsLargerMayTakeLonger() {
        Duration base = Duration.ofSeconds(30);

        assertThat(Transfer.longest(base, 0)).isEqualTo(base);
        assertThat(Transfer.longest(base, 100 << 20)).isEqualTo(Duration.ofSeconds(30 + 1024));
    }

    @Test
    void whatComesInTimeComesAsItIs() throws IOException {
        try (InputStream content = in(Duration.ofMinutes(1), "flour")) {
            assertThat(content.read()).isEqualTo('f');
            assertThat(content.readAllBytes()).asString(UTF_8).isEqualTo("lour");
            assertThat(content.read()).isEqualTo(-1);
        }
    }

    @Test
    void whatIsLateIsNotTakenForItsEnd() throws Exception {
        try (InputStream content = in(Duration.ofNanos(1), "flour")) {
            Thread.sleep(200);

            assertThatThrownBy(content::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("did not come within");
        }
    }

    private static InputStream in(Duration longest, String content) {
        return Transfer.within(longest, new ByteArrayInputStream(content.getBytes(UTF_8)));
    }
}
