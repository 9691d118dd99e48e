package dev.makeline.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class IntakeTableTest {

    static Stream<IntakeState> everyState() {
        return Stream.of(
                new IntakeState.Queued(),
                new IntakeState.Submitted(2, 1, OptionalLong.of(77)),
                new IntakeState.Submitted(2, 1, OptionalLong.empty()),
                new IntakeState.Waiting(9),
                new IntakeState.Rejected("The file is empty.", Optional.of("line 1")),
                new IntakeState.Dismissed("The file is empty.", Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("everyState")
    void rowKeepsEveryStateWhole(IntakeState state) {
        ObjectVersion object =
                new ObjectVersion("makeline-intake", "makes/a.json", Optional.empty(), "e");
        UploadJob job =
                UploadJob.of(object, 10, Optional.of("01"), Instant.EPOCH, Traceparent.start());
        IntakeEntry entry =
                new IntakeEntry(job, state, Instant.ofEpochMilli(5), Optional.of(Instant.EPOCH));

        IntakeEntry read = IntakeTable.fromItem(IntakeTable.toItem(entry));

        assertThat(read).isEqualTo(entry);
    }
}
