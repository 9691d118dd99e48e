package dev.makeline.watcher.events;

import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.UploadJob;
import dev.makeline.watcher.intake.FoundObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;

/// What received messages ask for, decided without doing any of it.
///
/// @param jobs one for each object version, however often the messages name it
/// @param understood messages that may be deleted once the jobs are taken
/// @param malformed messages that stay on the queue, whose redrive policy dead-letters them
/// @param ignored one for each event that needs no job
record EventBatch(
        List<UploadJob> jobs,
        List<Message> understood,
        List<Malformed> malformed,
        List<Ignored> ignored) {

    record Malformed(Message message, String reason) {}

    EventBatch {
        jobs = List.copyOf(jobs);
        understood = List.copyOf(understood);
        malformed = List.copyOf(malformed);
        ignored = List.copyOf(ignored);
    }

    static EventBatch of(List<Message> messages, String bucket, Instant foundAt) {
        Reading reading = new Reading(bucket, foundAt);
        messages.forEach(reading::read);
        return reading.toBatch();
    }

    private static final class Reading {

        private final String bucket;
        private final Instant foundAt;
        private final Map<String, UploadJob> jobs = new LinkedHashMap<>();
        private final List<Message> understood = new ArrayList<>();
        private final List<Malformed> malformed = new ArrayList<>();
        private final List<Ignored> ignored = new ArrayList<>();

        Reading(String bucket, Instant foundAt) {
            this.bucket = bucket;
            this.foundAt = foundAt;
        }

        void read(Message message) {
            try {
                read(S3EventParser.parse(message.body()));
                understood.add(message);
            } catch (MalformedMessageException e) {
                malformed.add(new Malformed(message, String.valueOf(e.getMessage())));
            }
        }

        EventBatch toBatch() {
            return new EventBatch(List.copyOf(jobs.values()), understood, malformed, ignored);
        }

        private void read(S3EventMessage event) {
            switch (event) {
                case S3EventMessage.TestEvent() -> ignored.add(Ignored.TEST_EVENT);
                case S3EventMessage.Notification(var created, var others) -> {
                    created.forEach(this::take);
                    others.forEach(_ -> ignored.add(Ignored.OTHER_EVENT));
                }
            }
        }

        private void take(FoundObject object) {
            reasonToIgnore(object)
                    .ifPresentOrElse(
                            ignored::add,
                            () ->
                                    jobs.computeIfAbsent(
                                            object.version().objectId(),
                                            _ -> object.toJob(foundAt)));
        }

        private Optional<Ignored> reasonToIgnore(FoundObject object) {
            if (!object.version().bucket().equals(bucket)) {
                return Optional.of(Ignored.OTHER_BUCKET);
            }
            return object.isFolderMarker() ? Optional.of(Ignored.FOLDER_MARKER) : Optional.empty();
        }
    }
}
