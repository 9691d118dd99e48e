package dev.makeline.watcher.events;

import dev.makeline.watcher.intake.FoundObject;
import java.util.List;

/// What a message on the events queue says.
sealed interface S3EventMessage {

    /// Objects were created, and perhaps other things happened.
    ///
    /// @param others names of the events that are no creation of an object, for example
    ///   `ObjectRemoved:Delete`
    record Notification(List<FoundObject> created, List<String> others) implements S3EventMessage {

        public Notification {
            created = List.copyOf(created);
            others = List.copyOf(others);
        }
    }

    /// S3 sends one when notifications are set up; it means nothing else.
    record TestEvent() implements S3EventMessage {}
}
