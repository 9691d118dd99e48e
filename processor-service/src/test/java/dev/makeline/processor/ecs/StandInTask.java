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
    private String stopCode = "EssentialContainerExited";
    private String stoppedReason = "Essential container in task exited";
    private boolean stopped;

    StandInTask(String arn, JsonNode order, Process process) {
        this.arn = arn;
        this.order = order;
        this.process = Optional.of(process);
    }

    /// One without an image.
    StandInTask(String arn, JsonNode order) {
        this.arn = arn;
        this.order = order;
        this.process = Optional.empty();
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

    /// A container that was stopped reports the signal.
    private int exitCode(Process over) {
        return stopped ? KILLED : over.exitValue();
    }
}
