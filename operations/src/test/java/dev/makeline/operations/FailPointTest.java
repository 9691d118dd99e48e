package dev.makeline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FailPointTest {

    @Test
    void nothingIsArmedWithoutTheVariable() {
        assertThat(FailPoint.armed("")).isEmpty();

        FailPoint.reach("sender.after-get");
    }

    @Test
    void aPointIsDeadlyAtTheNamedPassOnly() {
        FailPoint point = FailPoint.armed("sender.after-get:2").getFirst();

        assertThat(point.isLastPass()).isFalse();
        assertThat(point.isLastPass()).isTrue();
        assertThat(point.isLastPass()).isFalse();
    }

    @Test
    void severalPointsCanBeArmedAtOnce() {
        assertThat(FailPoint.armed("sender.after-get, sender.after-post:3"))
                .hasToString("[sender.after-get:1, sender.after-post:3]");
    }

    @Test
    void aWrongFormIsToldWithTheRightOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FailPoint.armed("sender.after-get:soon"))
                .withMessageContaining("sender.after-get:soon")
                .withMessageContaining("name:count");
    }
}
