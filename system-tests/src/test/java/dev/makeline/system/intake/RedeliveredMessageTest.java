package dev.makeline.system.intake;

import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.UploadJob;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.PutObject;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstances.class)
class RedeliveredMessageTest {

    @Test
    void anUploadJobDeliveredFiveMoreTimesIsOneMake(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        PutObject put = history.putMake();
        makeline.ledger().awaitSubmitted(put, SOON);
        UploadJob job = makeline.ledger().find(put).orElseThrow().job();

        makeline.queues().publish(Collections.nCopies(5, job));

        awaitQuietQueues(makeline);
        history.assertEachBecomesOneMake(SOON);
    }

    @Test
    void manyCopiesOfOneUploadJobAtOnceAreOneMake(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        PutObject put = history.putMake();
        makeline.ledger().awaitSubmitted(put, SOON);
        UploadJob job = makeline.ledger().find(put).orElseThrow().job();
        PutObject fresh = history.putMake();

        makeline.queues().publish(Collections.nCopies(50, job));

        makeline.ledger().awaitSubmitted(fresh, SOON);
        awaitQuietQueues(makeline);
        history.assertEachBecomesOneMake(SOON);
    }

    @Test
    void theTestEventOfS3IsTakenWithoutHarm(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);

        makeline.queues()
                .sendRaw(
                        ResourceNames.S3_EVENTS_QUEUE,
                        """
                        {"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-01-01T00:00:00.000Z",\
                        "Bucket":"makeline-intake","RequestId":"1","HostId":"2"}\
                        """);
        history.putMake();

        history.assertEachBecomesOneMake(SOON);
        awaitQuietQueues(makeline);
    }

    @Test
    void aRedriveOfDeadLettersMayBeRepeated(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        PutObject put = history.putMake();
        makeline.ledger().awaitSubmitted(put, SOON);
        String job = ProtocolJson.write(makeline.ledger().find(put).orElseThrow().job());

        for (int redrive = 0; redrive < 2; redrive++) {
            makeline.queues()
                    .sendRaw(
                            ResourceNames.UPLOAD_JOBS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX,
                            job);
            makeline.queues().redriveUploadJobs();
            await("nothing is dead any more")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(makeline.queues().deadLetters()).isZero());
        }

        awaitQuietQueues(makeline);
        history.assertEachBecomesOneMake(SOON);
    }

    @Test
    void aJobWithFieldsOfANewerVersionIsTaken(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        PutObject put = history.putMake();
        makeline.ledger().awaitSubmitted(put, SOON);
        String job = ProtocolJson.write(makeline.ledger().find(put).orElseThrow().job());

        makeline.queues()
                .sendRaw(
                        ResourceNames.UPLOAD_JOBS_QUEUE,
                        job.replaceFirst("\\{", "{\"priority\": 3, "));

        awaitQuietQueues(makeline);
        history.assertEachBecomesOneMake(SOON);
    }

    @Test
    void aMessageThatIsNoUploadJobIsDeadLetteredAndHoldsNothingUp(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);

        for (String nonsense : List.of("pie", "{}", "null", "[1]", "{\"schemaVersion\": 1}")) {
            makeline.queues().sendRaw(ResourceNames.UPLOAD_JOBS_QUEUE, nonsense);
        }
        PutObject put = history.putMake();

        makeline.ledger().awaitSubmitted(put, SOON);
        await("each is a dead letter")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(makeline.queues().deadLetters()).isEqualTo(5));
    }

    private static void awaitQuietQueues(Instance makeline) {
        await("both queues are empty")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(makeline.queues().undone()).isZero());
    }
}
