package dev.makeline.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makeline.launcher.instance.CannotProceedException;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PasswordInputTest {

    @Test
    void passwordIsTheFirstLineAsItStandsThere() {
        assertThat(of(" pässwörd with blanks \nmore").read()).isEqualTo(" pässwörd with blanks ");
    }

    @Test
    void noPasswordIsOneSentence() {
        assertThatThrownBy(() -> of("").read())
                .isInstanceOf(CannotProceedException.class)
                .hasMessageContaining("no password on standard input");
        assertThatThrownBy(() -> of("\n").read()).isInstanceOf(CannotProceedException.class);
    }

    private static PasswordInput of(String input) {
        return new PasswordInput(Optional.empty(), new ByteArrayInputStream(input.getBytes(UTF_8)));
    }
}
