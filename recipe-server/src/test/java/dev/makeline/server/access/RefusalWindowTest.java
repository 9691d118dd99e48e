package dev.makeline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalWindowTest {

    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    private final RefusalWindow window = new RefusalWindow(new RefusalSettings(3, 5));

    @Test
    void theFirstOfASourceAreToldSinglyAndTheOthersSummed() {
        RefusalSource one = RefusalSource.of(Optional.empty(), "192.0.2.1");

        long singly =
                IntStream.range(0, 100)
                        .filter(second -> window.admits(one, NOW.plusSeconds(second)))
                        .count();

        assertThat(singly).isEqualTo(3);
        assertThat(window.sums())
                .containsExactly(
                        new RefusalWindow.Sum(one, 97, NOW.plusSeconds(3), NOW.plusSeconds(99)));
    }

    @Test
    void aFloodFromOneAddressDoesNotHideWhatAnotherOneDoes() {
        RefusalSource loud = RefusalSource.of(Optional.empty(), "192.0.2.1");
        RefusalSource quiet = RefusalSource.of(Optional.of(new OwnerId("service:x")), "192.0.2.1");
        IntStream.range(0, 1_000).forEach(_ -> window.admits(loud, NOW));

        assertThat(window.admits(quiet, NOW)).isTrue();
    }

    @Test
    void rowsAreBoundedHoweverManyAddressesCome() {
        long singly =
                IntStream.range(0, 50_000)
                        .filter(i ->
                                window.admits(
                                        RefusalSource.of(Optional.empty(), "192.0.2." + i / 2),
                                        NOW))
                        .count();

        assertThat(singly).isEqualTo(10);
        assertThat(window.sums())
                .singleElement()
                .satisfies(sum -> {
                    assertThat(sum.source()).isEqualTo(new RefusalSource.Others());
                    assertThat(sum.count()).isEqualTo(49_990);
                });
    }

    @Test
    void sumsThatCouldNotBeWrittenAreAddedToTheNext() {
        RefusalSource one = RefusalSource.of(Optional.empty(), "192.0.2.1");
        window.count(one, NOW);

        window.add(new RefusalWindow.Sum(one, 7, NOW.minusSeconds(60), NOW.minusSeconds(30)));

        assertThat(window.sums()).singleElement().extracting("count").isEqualTo(8L);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2:ffff:4:5:6, 2001:db8:1:2::/64",
        "::1, 0:0:0:0::/64",
        "no address, no address"
    })
    void whoHasOneAddressOfIpVersionSixHasItsNetwork(String address, String told) {
        RefusalSource source = RefusalSource.of(Optional.empty(), address);

        assertThat(source).isEqualTo(new RefusalSource.Address(told));
    }
}
