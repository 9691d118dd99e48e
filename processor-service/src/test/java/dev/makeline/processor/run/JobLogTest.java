package dev.makeline.processor.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.processor.JobsFixture;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.JobLog;
import dev.makeline.protocol.job.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobLogTest {

    private final JobsFixture jobs = new JobsFixture();
    private final JobLog log = new JobLog(jobs.dynamoDb);
    private final JobId job = JobId.next(Instant.now());

    @Test
    void readInPiecesItIsWholeAndInOrder() {
        say(1, 120);
        say(2, 3);

        List<LogLine> lines = readInPieces();

        assertThat(lines)
                .hasSize(123)
                .isSortedAccordingTo((a, b) -> a.position().compareTo(b.position()));
        assertThat(lines.getLast().attempt()).isEqualTo(2);
        assertThat(lines.get(119).text()).isEqualTo("line 119");
    }

    @Test
    void anEndlessLogEndsWithALineThatSaysSo() {
        say(1, JobLog.MOST_LINES_OF_ATTEMPT + 100);

        List<LogLine> lines = readInPieces();

        assertThat(lines).hasSize(JobLog.MOST_LINES_OF_ATTEMPT);
        assertThat(lines.getLast().text()).startsWith("The log is full");
    }

    @Test
    void aLongLineIsCutAndEndsWithAnEllipsis() {
        try (LogWriter writer = writer(1)) {
            writer.say("x".repeat(5_000));
        }

        assertThat(readInPieces().getFirst().text()).hasSize(JobLog.LONGEST_LINE).endsWith("x…");
    }

    private void say(int attempt, int lines) {
        try (LogWriter writer = writer(attempt)) {
            for (int i = 0; i < lines; i++) {
                writer.say("line " + i);
            }
        }
    }

    private LogWriter writer(int attempt) {
        return LogWriter.start(log, job, attempt, Instant::now, Duration.ofMillis(5));
    }

    private List<LogLine> readInPieces() {
        List<LogLine> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        while (true) {
            List<LogLine> piece = log.read(job, after, 2);
            if (piece.isEmpty()) {
                return all;
            }
            all.addAll(piece);
            after = Optional.of(piece.getLast().position());
        }
    }
}
