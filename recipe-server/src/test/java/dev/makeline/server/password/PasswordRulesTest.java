package dev.makeline.server.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 127, 128, 129, 256, 5_000})
    void lengthIsCountedInCodePoints(int length) {
        boolean isFit = length >= 8 && length <= 128;

        assertThat(rules.objection(new Password("🧁".repeat(length)), List.of()).isEmpty())
                .isEqualTo(isFit);
    }

    @Test
    void lengthIsCountedAfterComposing() {
        assertThat(rules.objection(new Password("e\u0301".repeat(7)), List.of())).isPresent();
        assertThat(rules.objection(new Password("e\u0301".repeat(128)), List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password", "Password1", "LETMEIN1", "qwerty123", "1q2w3e4r", "12345678",
                "iloveyou", "sunshine1", "abcd1234", "p@ssw0rd", "00000000", "football2024",
                "1qaz2wsx", "admin123", "welcome1", "trustno1", "asdfghjkl", "changeme"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThat(rules.objection(new Password(password), List.of()))
                .hasValueSatisfying(told -> assertThat(told).contains("tried first"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onlysmallletters", "ALLCAPITALSHERE", "73519462850", "        x"})
    void noKindOfCharacterIsWanted(String password) {
        assertThat(rules.objection(new Password(password), List.of())).isEmpty();
    }

    @Test
    void halvesOfCharactersAreRefused() {
        assertThat(rules.objection(new Password("half a \ud83d character"), List.of())).isPresent();
    }

    @Test
    void partBeforeTheAtIsAName() {
        assertThat(rules.objection(new Password("Ada.Example"), List.of("ada.example@example.org")))
                .hasValueSatisfying(told -> assertThat(told).contains("is no password"));
    }

    @Test
    void shippedListHoldsThousandsThatAreLongEnough() {
        assertThat(CommonPasswords.shipped().size()).isGreaterThan(5_000);
    }
}
