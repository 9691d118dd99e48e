package dev.makeline.watcher;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Points the AWS clients of this JVM to stand-ins until it is closed.
final class AwsSystemProperties implements AutoCloseable {

    private final Map<String, Optional<String>> before = new HashMap<>();

    AwsSystemProperties(Map<String, String> properties) {
        properties.forEach((name, value) ->
                before.put(name, Optional.ofNullable(System.setProperty(name, value))));
    }

    @Override
    public void close() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(
                        text -> System.setProperty(name, text), () -> System.clearProperty(name)));
    }
}
