package dev.makeline.processor.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// A task with its process, if it ever got one.
final class StandInTask {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KILLED = 137;

    final String arn;
    final JsonNode order;
    private final Optional<Process> process;
    final Optional<Process> beside;
    private String stopCode = "EssentialContainerExited";
    private String stoppedReason = "Essential container in task exited";
    private boolean stopped;

    /// @param beside the process of its second container
    StandInTask(String arn, JsonNode order, Process process, Optional<Process> beside) {
        this.arn = arn;
        this.order = order;
        this.beside = beside;
        // The first one is essential.
        var _ = process.onExit().thenRun(() -> beside.ifPresent(Process::destroyForcibly));
        this.process = Optional.of(process);
    }

    /// One without an image.
    StandInTask(String arn, JsonNode order) {
        this.arn = arn;
        this.order = order;
        this.process = Optional.empty();
        this.beside = Optional.empty();
        this.stopCode = "TaskFailedToStart";
        this.stoppedReason =
                "CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 123456789012.dkr.ecr.us-east-1.amazonaws.com/task:9: not found";
    }

    boolean isAlive() {
        return process.filter(Process::isAlive).isPresent();
    }

    boolean isWanted() {
        return isAlive() && !stopped;
    }

    String startedBy() {
        return order.path("startedBy").asText();
    }

    void stop(String code, String reason) {
        if (isAlive()) {
            stopped = true;
            stopCode = code;
            stoppedReason = reason;
            process.orElseThrow().descendants().forEach(ProcessHandle::destroyForcibly);
            process.orElseThrow().destroyForcibly();
        }
    }

    ObjectNode toJson(boolean withTags) {
        ObjectNode task = JSON.createObjectNode();
        task.put("taskArn", arn);
        task.put("desiredStatus", isWanted() ? "RUNNING" : "STOPPED");
        task.put("lastStatus", isAlive() ? "RUNNING" : "STOPPED");
        task.put("startedBy", startedBy());
        ObjectNode container = task.putArray("containers").addObject();
        container.put("name", order.at("/overrides/containerOverrides/0/name").asText());
        if (withTags) {
            task.set("tags", order.path("tags"));
        }
        if (!isAlive()) {
            task.put("stopCode", stopCode);
            task.put("stoppedReason", stoppedReason);
            process.ifPresent(over -> container.put("exitCode", exitCode(over)));
        }
        return task;
    }

    /// As the metadata endpoint has it, in words of its own.
    ObjectNode metadata() {
        ObjectNode task = JSON.createObjectNode();
        var containers = task.putArray("Containers");
        containers.addObject().put("Name", "task").put("KnownStatus", "RUNNING");
        beside.ifPresent(process -> {
            ObjectNode container = containers.addObject().put("Name", "job");
            container.put("KnownStatus", process.isAlive() ? "RUNNING" : "STOPPED");
            container
                    .putObject("LogOptions")
                    .put("awslogs-group", "/makeline/tasks")
                    .put("awslogs-stream", "task/job/1");
            if (!process.isAlive()) {
                container.put("ExitCode", process.exitValue());
            }
        });
        return task;
    }

    /// A container that was stopped reports the signal.
    private int exitCode(Process over) {
        return stopped ? KILLED : over.exitValue();
    }
}
