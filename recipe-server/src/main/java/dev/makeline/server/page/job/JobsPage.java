package dev.makeline.server.page.job;

import dev.makeline.protocol.job.JobKindDescription;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobPhase;
import dev.makeline.server.job.JobItem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Jobs, the newest first.
///
/// @param state that they are in; empty for all
/// @param kind of which they are; empty for all
public record JobsPage(
        boolean everybodys, String state, String kind, List<JobItem> jobs, Optional<String> next) {

    public JobsPage {
        jobs = List.copyOf(jobs);
    }

    public static List<String> states() {
        return Arrays.stream(JobPhase.values()).map(JobPhase::label).toList();
    }

    public static List<String> kinds() {
        return JobKinds.all().stream().map(JobKindDescription::name).toList();
    }

    public boolean isFiltered() {
        return !state.isEmpty() || !kind.isEmpty();
    }

    /// The icon, and the colour, of a state.
    public static String icon(String state) {
        return switch (state) {
            case "succeeded" -> "ok";
            case "failed", "timed-out" -> "critical";
            case "cancelled" -> "within-tolerance";
            case "running", "starting" -> "working";
            default -> "waiting";
        };
    }

    /// A state or kind as a label.
    public static String label(String name) {
        String words = name.replace('-', ' ');
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
