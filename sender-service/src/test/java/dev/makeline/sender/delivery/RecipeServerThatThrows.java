package dev.makeline.sender.delivery;

import dev.makeline.protocol.Submission;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/// A bug in the code behind the listener.
@Singleton
@Primary
@Requires(property = "test.recipe-server-throws")
final class RecipeServerThatThrows implements RecipeServer {

    @Override
    public Delivery submit(Submission submission) {
        throw new IllegalStateException("A bug, for a test");
    }
}
