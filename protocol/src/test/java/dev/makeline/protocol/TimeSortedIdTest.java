package dev.makeline.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeSortedIdTest {

    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    @Test
    void laterIdsSortLater() {
        List<FileId> ids = Stream.of(0, 1, 1_000).map(NOW::plusMillis).map(FileId::next).toList();

        assertThat(ids).isSorted();
    }

    @Test
    void idsOfOneMomentDiffer() {
        assertThat(Stream.generate(() -> UserId.next(NOW)).limit(1_000)).doesNotHaveDuplicates();
    }

    @Test
    void onlyTextsThatAnIdHasAreParsed() {
        UserId id = UserId.next(NOW);

        assertThat(UserId.parse(id.value())).contains(id);
        assertThat(List.of("", "../x", id.value().toUpperCase(Locale.ROOT), "u" + id))
                .allSatisfy(text -> assertThat(UserId.parse(text)).as(text).isEmpty());
        assertThatThrownBy(() -> new UserId("nobody")).hasMessage("'nobody' is no id of this kind");
    }

    @Test
    void derivedIdIsTheSameForTheSameSourceAlone() {
        Instant at = Instant.parse("2026-11-20T18:00:00Z");

        assertThat(FileId.derived(at, "one")).isEqualTo(FileId.derived(at, "one"));
        assertThat(FileId.derived(at, "one")).isNotEqualTo(FileId.derived(at, "two"));
        assertThat(FileId.derived(at, "one")).isLessThan(FileId.derived(at.plusMillis(1), "one"));
    }
}
