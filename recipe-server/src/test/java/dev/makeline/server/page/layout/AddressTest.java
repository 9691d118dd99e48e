package dev.makeline.server.page.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "salt & pepper, salt%20%26%20pepper",
        "c#, c%23",
        "50% rye, 50%25%20rye",
        "a+b=c, a%2Bb%3Dc",
        "crème, cr%C3%A8me"
    })
    void textKeepsItsMeaningInAnAddress(String text, String value) {
        assertThat(Address.value(text)).isEqualTo(value);
    }
}
