package dev.makeline.server.page.job;

import dev.makeline.protocol.job.LogLine;
import dev.makeline.server.job.JobItem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One job, as it goes.
///
/// @param log a part of what its tasks have said
/// @param mayCancel whether the person could, as far as the job's state lets them
/// @param mayRetry likewise
/// @param seen tells this state of the page from every other
public record JobPage(JobItem job, LogPart log, boolean mayCancel, boolean mayRetry, String seen) {

    /// Lines of a log.
    ///
    /// @param after the position that they begin after; empty for the newest
    /// @param earlier whether there are lines before them
    /// @param later whether there are lines behind them
    public record LogPart(
            List<LogLine> lines, Optional<String> after, boolean earlier, boolean later) {

        public LogPart {
            lines = List.copyOf(lines);
        }

        /// The position before all lines.
        public static final String BEGINNING = "00-000000";

        /// That of the first line.
        static final String FIRST = "01-000000";

        /// The position of the last line.
        public String last() {
            return lines.isEmpty() ? after.orElse(BEGINNING) : lines.getLast().position();
        }

        /// What an address needs to show these lines again.
        public String query() {
            return after.map(position -> "&after=" + position).orElse("");
        }
    }

    public String path() {
        return "/jobs/" + job.jobId();
    }

    public boolean isLive() {
        return switch (job.state()) {
            case "queued", "starting", "running" -> true;
            default -> false;
        };
    }

    public boolean offersRetry() {
        return mayRetry && !isLive() && !job.state().equals("succeeded");
    }

    public static String time(long millis) {
        Duration time = Duration.ofMillis(millis);
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return "%d.%d s".formatted(time.toSeconds(), time.toMillisPart() / 100);
        }
        return time.compareTo(Duration.ofHours(1)) < 0
                ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
}
