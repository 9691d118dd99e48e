package dev.makeline.server.page.job;

import dev.makeline.protocol.job.LogLine;
import dev.makeline.server.job.JobItem;
import java.time.Duration;
import java.util.List;

/// One job, as it goes.
///
/// @param log what its tasks have said
/// @param mayCancel whether the person could, as far as the job's state lets them
/// @param mayRetry likewise
/// @param seen tells this state of the page from every other
public record JobPage(
        JobItem job, List<LogLine> log, boolean mayCancel, boolean mayRetry, String seen) {

    public JobPage {
        log = List.copyOf(log);
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
