package dev.makeline.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.launcher.instance.ProcessStatus;
import dev.makeline.launcher.instance.RunningInstance;
import dev.makeline.launcher.instance.ServerApi;
import dev.makeline.launcher.instance.Tokens;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Shows each process of the running instance, and what became of the files that were dropped.
@Command(
        name = "status",
        description =
                "Shows the running instance; exit code 1 when a part of it is not ready, 2 when none runs.")
final class StatusCommand implements Callable<Integer> {

    private static final Duration TOKEN_VALIDITY = Duration.ofMinutes(1);
    private static final List<String> STATES =
            List.of("queued", "submitted", "waiting", "rejected", "dismissed");

    @Mixin private final InstanceChoice choice = new InstanceChoice();

    @Override
    public Integer call() throws InterruptedException {
        RunningInstance instance = choice.find();
        System.out.printf(
                "Makeline is running (pid %d, since %s, %s).%n",
                instance.pid(),
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        instance.startedAt()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atZone(ZoneId.systemDefault())),
                instance.keepsData() ? "data in " + instance.data() : "in memory");
        List<ProcessStatus> parts = ProcessStatus.of(instance);
        parts.forEach(part -> System.out.println("  " + line(part)));
        boolean ready = parts.stream().allMatch(ProcessStatus::ready);
        System.out.println(ready ? intake(instance) : "Logs: " + instance.data() + "/logs");
        return ready ? 0 : 1;
    }

    private static String line(ProcessStatus part) {
        return "%-16s %-26s %-10s %s"
                .formatted(
                        part.name(),
                        part.address(),
                        part.ready() ? "ready" : "not ready",
                        part.pid().isPresent() ? "pid " + part.pid().getAsLong() : "no process");
    }

    private static String intake(RunningInstance instance) throws InterruptedException {
        Tokens tokens = new Tokens(instance);
        String token = tokens.issue("status", TOKEN_VALIDITY);
        try (ServerApi api = new ServerApi(instance.ports(), token)) {
            Optional<JsonNode> summary = api.get("/v1/intake/summary");
            return summary.map(StatusCommand::counts)
                    .orElse("Intake: recipe-server does not tell.");
        } finally {
            tokens.revoke(token);
        }
    }

    private static String counts(JsonNode summary) {
        return "Intake: "
                + STATES.stream()
                        .map(state -> summary.path(state).asLong() + " " + state)
                        .collect(Collectors.joining(", "));
    }
}
