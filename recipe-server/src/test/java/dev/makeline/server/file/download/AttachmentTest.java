package dev.makeline.server.file.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AttachmentTest {

    @Test
    void nameInAsciiStandsForItself() {
        assertThat(Attachment.disposition("plum cake.json"))
                .isEqualTo(
                        "attachment; filename=\"plum cake.json\"; filename*=UTF-8''plum%20cake.json");
    }

    @Test
    void otherLettersAreEncodedAndReplacedForOldReaders() {
        assertThat(Attachment.disposition("Zwetschgenküchlein 🥧.md"))
                .isEqualTo(
                        "attachment; filename=\"Zwetschgenk_chlein _.md\"; filename*=UTF-8''Zwetschgenk%C3%BCchlein%20%F0%9F%A5%A7.md");
    }

    @Test
    void quotationMarksAndPerCentsEndNothing() {
        assertThat(Attachment.disposition("a\"; filename=\"b%41.html"))
                .isEqualTo(
                        "attachment; filename=\"a_; filename=_b_41.html\"; filename*=UTF-8''a%22%3B%20filename%3D%22b%2541.html");
    }

    @Test
    void whatBrowsersRunHasNoType() {
        assertThat(Attachment.mediaType("text/html; charset=utf-8"))
                .isEqualTo("application/octet-stream");
        assertThat(Attachment.mediaType("image/svg+xml")).isEqualTo("application/octet-stream");
        assertThat(Attachment.mediaType("application/pdf")).isEqualTo("application/pdf");
    }

    @Property
    void wholeNameComesBackAndTheHeaderIsOneLineOfAscii(
            @ForAll @StringLength(max = 60) String name) {
        String written = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        String header = Attachment.disposition(written);

        assertThat(header).matches("[ -~]*");
        String encoded = header.substring(header.indexOf("UTF-8''") + "UTF-8''".length());
        assertThat(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(written);
    }
}
