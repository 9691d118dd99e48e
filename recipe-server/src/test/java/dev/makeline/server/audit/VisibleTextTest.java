package dev.makeline.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @CsvSource({
        "'ann\nlogin ok', 'ann<U+000A>login ok'",
        "'ann\r\nx', 'ann<U+000D><U+000A>x'",
        "'a\u0000b', 'a<U+0000>b'",
        "'gpj.\u202eexe', 'gpj.<U+202E>exe'",
        "'a\u2028b', 'a<U+2028>b'",
        "'\u001b[31m', '<U+001B>[31m'",
        "'\ud800x', '<U+D800>x'",
        "'Zoë 🥧 \"x\" <b>', 'Zoë 🥧 \"x\" <b>'"
    })
    void whatCannotBeSeenIsShownByItsNumber(String text, String shown) {
        assertThat(VisibleText.of(text, 100)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10})
    void longTextsEndInAnEllipsis(int most) {
        assertThat(VisibleText.of("0123456789x", most))
                .isEqualTo("0123456789".substring(0, most - 1) + "…");
    }

    @Property
    void everyTextIsKeptWithinItsBoundOnOneLineAndTheSameTheSecondTime(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 60) int most) {
        String kept = VisibleText.of(text, most);

        assertThat(kept.length()).isLessThanOrEqualTo(most);
        assertThat(kept.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(one -> Character.getType(one) == Character.FORMAT);
        assertThat(VisibleText.of(kept, most)).isEqualTo(kept);
    }
}
