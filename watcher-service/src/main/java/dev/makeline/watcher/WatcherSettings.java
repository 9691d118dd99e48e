package dev.makeline.watcher;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// How the watcher as a whole works.
///
/// @param events `true` or `false`: whether the bucket's events arrive on the queue; without them
///   the listing alone finds objects
/// @param drain how long a stop waits for turns in hand
@ConfigurationProperties("makeline.watcher")
public record WatcherSettings(String events, Duration drain) {

    public WatcherSettings {
        // A text, since the framework would read every misspelt boolean as false.
        if (!events.equals("true") && !events.equals("false")) {
            throw new IllegalArgumentException(
                    "makeline.watcher.events must be true or false, not '%s'".formatted(events));
        }
        if (!drain.isPositive()) {
            throw new IllegalArgumentException(
                    "makeline.watcher.drain must be positive, for example 15s, not " + drain);
        }
    }

    boolean eventsOn() {
        return events.equals("true");
    }
}
