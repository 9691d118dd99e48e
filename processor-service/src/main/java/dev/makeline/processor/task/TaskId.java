package dev.makeline.processor.task;

/// What a runner calls one of its tasks; means nothing to another runner.
public record TaskId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
