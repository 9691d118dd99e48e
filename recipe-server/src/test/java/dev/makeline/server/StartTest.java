package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StartTest {

    static Stream<Arguments> wrongSettings() {
        return Stream.of(
                Arguments.of("makeline.access.service-token", "", "not set"),
                Arguments.of("makeline.access.service-token", "too-short", "9 characters"),
                Arguments.of("makeline.access.service-token", "with blanks ".repeat(4), "48"),
                Arguments.of("makeline.access.previous-service-token", "short", "5 characters"),
                Arguments.of("makeline.tokens.access-for", "16m", "PT16M"),
                Arguments.of("makeline.tokens.refresh-for", "0s", "PT0S"),
                Arguments.of("makeline.tokens.most-personal", "0", "0"),
                Arguments.of("makeline.oidc.issuer", "http://login.example.org", "https"),
                Arguments.of("makeline.oidc.timeout", "1m", "PT1M"),
                Arguments.of("makeline.session.idle-end", "13h", "PT13H"),
                Arguments.of("makeline.session.absolute-end", "1s", "PT1S"),
                Arguments.of("makeline.access.known-for", "1m", "PT1M"),
                Arguments.of("makeline.access.unknown-for", "-1s", "PT-1S"),
                Arguments.of("makeline.access.remembered", "0", "0"),
                Arguments.of("makeline.admission.requests-in-flight", "0", "0"),
                Arguments.of("makeline.idempotency.kept-for", "0s", "PT0S"),
                Arguments.of("makeline.recipes.current-for", "2s", "PT2S"),
                Arguments.of("makeline.recipes.remembered-characters", "-1", "-1"),
                Arguments.of("makeline.ledger-writer.linger", "-1ms", "PT-0.001S"),
                Arguments.of("makeline.ledger-writer.requests-at-once", "0", "0"),
                Arguments.of("makeline.intake.sweep-interval", "0s", "PT0S"),
                Arguments.of("makeline.intake.retry-entries", "0", "0"),
                Arguments.of("makeline.intake.count-lag", "-1s", "PT-1S"),
                Arguments.of("makeline.intake.sweep-interval", "soon", "soon"),
                Arguments.of("makeline.passwords.memory", "1024", "1024"),
                Arguments.of("makeline.passwords.iterations", "0", "0"),
                Arguments.of("makeline.throttle.requests-window", "0s", "PT0S"),
                Arguments.of("makeline.throttle.mails-per-recipient", "0", "0"),
                Arguments.of("makeline.mail.delivery", "pigeon", "'pigeon'"),
                Arguments.of("makeline.mail.folder", "", "MAKELINE_MAIL_FOLDER"),
                Arguments.of("makeline.mail.smtp-port", "0", "smtp-port"),
                Arguments.of("makeline.accounts.public-url", "ftp://x", "ftp://x"),
                Arguments.of("makeline.accounts.reset-link-good-for", "2d", "PT48H"));
    }

    @ParameterizedTest
    @MethodSource("wrongSettings")
    void wrongSettingStopsTheStartWithItsNameAndValue(String name, String value, String told) {
        assertThatThrownBy(() -> RunningServer.start(Map.of(name, value)).close())
                .rootCause()
                .satisfies(cause -> assertThat(cause.getMessage()).contains(told));
    }

    @Test
    void shippedSettingsStartTheServer() {
        assertThat(new Api(RunningServer.shared().uri(), "").get("/health/liveness").status())
                .isEqualTo(200);
    }
}
