package dev.makeline.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.UploadJob;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class DrainTest extends SenderTest {

    @Test
    void aStopFinishesWhatIsInHandAndGivesBackTheRestAtOnce() {
        recipeServer.behave((submission, right) -> {
            Thread.sleep(1_000);
            return right.apply(submission);
        });
        Set<String> all = ids(drop("drain", 60));
        Sender sender = startSender();
        await().atMost(SOON).until(() -> recipeServer.calls() >= 10);

        sender.close();

        Set<String> finished = recipeServer.kept();
        Set<String> left = remaining();
        assertThat(recipeServer.calls()).isEqualTo(finished.size());
        assertThat(intake.visible()).isZero();
        assertThat(left).doesNotContainAnyElementsOf(finished);
        assertThat(left.size() + finished.size()).isEqualTo(all.size());
    }

    @Test
    void aStopDuringAnOutageGivesBackWhatWaits() {
        recipeServer.goDown();
        Set<String> all = ids(drop("waiting", 40));
        Sender sender = startSender();
        await().atMost(SOON)
                .until(() -> sender.metric("makeline_sender_gate_state", "recipe-server") == 2);
        // What failed before the gate opened is hidden for its back-off, 1 s.
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);

        sender.close();

        assertThat(remaining()).isEqualTo(all);
    }

    /// Everything that can be received now.
    private Set<String> remaining() {
        return IntStream.range(0, 20)
                .mapToObj(_ -> intake.readJobs())
                .flatMap(List<Message>::stream)
                .map(message -> Intake.job(message).object().objectId())
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(List<UploadJob> jobs) {
        return jobs.stream().map(job -> job.object().objectId()).collect(Collectors.toSet());
    }
}
