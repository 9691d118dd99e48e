package dev.makeline.sender;

import dev.makeline.protocol.UploadJob;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/// What every test of the whole service begins with: empty queues, a recipe server that behaves,
/// and no sender yet.
abstract class SenderTest {

    static final Duration SOON = Duration.ofSeconds(20);

    final Intake intake = Intake.empty();
    final RecipeServerDouble recipeServer = RecipeServerDouble.start();
    private @Nullable Sender sender;

    final Sender startSender() {
        return startSender(Map.of());
    }

    final Sender startSender(Map<String, Object> settings) {
        Sender started = Sender.start(recipeServer, settings);
        sender = started;
        return started;
    }

    final Sender startSender(Map<String, Object> settings, InstantSource clock) {
        Sender started = Sender.start(recipeServer, settings, clock);
        sender = started;
        return started;
    }

    final List<UploadJob> drop(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> intake.drop("makes/%s-%d.json".formatted(name, i), Documents.make(i)))
                .toList();
    }

    @AfterEach
    void stopAll() {
        if (sender != null) {
            sender.close();
        }
        recipeServer.close();
    }
}
