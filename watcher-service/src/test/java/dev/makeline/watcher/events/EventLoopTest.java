package dev.makeline.watcher.events;

import static dev.makeline.protocol.ResourceNames.DEAD_LETTER_SUFFIX;
import static dev.makeline.protocol.ResourceNames.S3_EVENTS_QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.UploadJob;
import dev.makeline.protocol.UploadJobQueue;
import dev.makeline.watcher.IntakeFixture;
import dev.makeline.watcher.Outage;
import dev.makeline.watcher.intake.Intake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class EventLoopTest {

    private static final EventSettings SETTINGS =
            new EventSettings(1, Duration.ofSeconds(1), Duration.ofMillis(1));

    private final IntakeFixture aws = new IntakeFixture();
    private final EventLoop events = loop(aws.intake());

    @Test
    void anEventBecomesAQueuedRowAndAJobAndIsDeleted() {
        ObjectVersion pie = aws.put("makes/my pie+100%.json", "{}");
        aws.announce(pie);

        events.pollOnce();

        assertThat(aws.takeJobs()).extracting(UploadJob::object).containsExactly(pie);
        assertThat(aws.rows()).extracting(IntakeEntry::state).containsExactly(queued());
        assertThat(aws.depth(S3_EVENTS_QUEUE)).isZero();
        assertThat(found("event")).isEqualTo(1);
    }

    @Test
    void eventsThatComeInCrowdsAreTakenInTurnsOfTwenty() {
        for (int make = 0; make < 20; make++) {
            aws.announce(aws.put("makes/" + make + ".json", "{}"));
        }

        events.pollOnce();

        assertThat(aws.rows()).hasSize(20);
        assertThat(aws.depth(S3_EVENTS_QUEUE)).isZero();
    }

    @Test
    void rowAndJobOfAnObjectCarryTheSameTrace() {
        aws.announce(aws.put("makes/pie.json", "{}"));

        events.pollOnce();

        assertThat(aws.takeJobs())
                .containsExactlyElementsOf(aws.rows().stream().map(IntakeEntry::job).toList());
    }

    @Test
    void doubledAndShuffledEventsGiveOneRowForEachObject() {
        List<ObjectVersion> announced = new ArrayList<>();
        for (int make = 0; make < 12; make++) {
            ObjectVersion version = aws.put("makes/" + make + ".json", "{}");
            announced.addAll(List.of(version, version, version));
        }
        Collections.shuffle(announced, new Random(1));
        announced.forEach(aws::announce);

        drain();

        assertThat(aws.rows()).hasSize(12);
        assertThat(aws.takeJobs()).extracting(UploadJob::object).containsAll(announced);
        assertThat(aws.depth(S3_EVENTS_QUEUE)).isZero();
    }

    @Test
    void anOverwrittenObjectIsTwoVersions() {
        ObjectVersion first = aws.put("makes/pie.json", "{\"rating\":1}");
        ObjectVersion second = aws.put("makes/pie.json", "{\"rating\":2}");
        aws.announce(second);
        aws.announce(first);

        drain();

        assertThat(aws.takeJobs())
                .extracting(UploadJob::object)
                .containsExactlyInAnyOrder(first, second);
        assertThat(aws.rows()).hasSize(2);
    }

    @Test
    void theTestEventIsAcknowledgedAndNothingElse() {
        aws.send("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}");

        events.pollOnce();

        assertThat(aws.depth(S3_EVENTS_QUEUE)).isZero();
        assertThat(aws.takeJobs()).isEmpty();
        assertThat(ignored("test-event")).isEqualTo(1);
    }

    @Test
    void theSameBytesPutAgainAreOneMakeOnItsWay() {
        ObjectVersion pie = aws.put("makes/pie.json", "{}");
        aws.announce(pie, "01");
        events.pollOnce();

        aws.announce(pie, "02");
        events.pollOnce();

        assertThat(aws.takeJobs()).extracting(UploadJob::object).containsExactly(pie);
        assertThat(aws.depth(S3_EVENTS_QUEUE)).isZero();
    }

    @Test
    void aJobThatAKilledWatcherDidNotSendIsSentWhenItsEventComesAgain() {
        ObjectVersion pie = aws.put("makes/pie.json", "{}");
        aws.announce(pie, "01");
        events.pollOnce();
        aws.takeJobs();

        aws.announce(pie, "01");
        events.pollOnce();

        assertThat(aws.takeJobs()).extracting(UploadJob::object).containsExactly(pie);
    }

    @Test
    void aRecipeThatIsPutBackIsTakenAgain() {
        ObjectVersion pie = aws.put("recipes/pie.json", "{}");
        aws.announce(pie, "01");
        events.pollOnce();

        aws.announce(pie, "02");
        events.pollOnce();

        assertThat(aws.takeJobs()).extracting(UploadJob::object).containsExactly(pie, pie);
    }

    @Test
    void aMalformedMessageEndsInTheDeadLetterQueueAndBlocksNothing() {
        aws.visibility(S3_EVENTS_QUEUE, 0);
        aws.send("this is no event");
        ObjectVersion pie = aws.put("makes/pie.json", "{}");
        aws.announce(pie);

        for (int poll = 0; poll < 40; poll++) {
            events.pollOnce();
            if (aws.depth(S3_EVENTS_QUEUE + DEAD_LETTER_SUFFIX) > 0) {
                break;
            }
        }

        assertThat(aws.takeJobs()).extracting(UploadJob::object).contains(pie);
        assertThat(aws.depth(S3_EVENTS_QUEUE)).isZero();
        assertThat(aws.receive(S3_EVENTS_QUEUE + DEAD_LETTER_SUFFIX))
                .extracting(message -> message.body())
                .containsExactly("this is no event");
        assertThat(aws.meters.counter("makeline.watcher.events.malformed").count())
                .isGreaterThan(1);
    }

    @Test
    void whileDynamoDbIsDownNothingIsDeletedAndNothingMoreIsReceived() {
        Outage down = new Outage("BatchWriteItem");
        EventLoop poller =
                loop(
                        new Intake(
                                new IntakeLedger(aws.dynamoDb(down)),
                                aws.jobs,
                                aws.clock,
                                aws.meters));
        ObjectVersion pie = aws.put("makes/pie.json", "{}");
        aws.announce(pie);
        down.begin();

        assertThatExceptionOfType(SdkClientException.class).isThrownBy(poller::pollOnce);
        aws.announce(aws.put("makes/later.json", "{}"));
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(poller::pollOnce);

        assertThat(aws.depth(S3_EVENTS_QUEUE)).isEqualTo(2);
        assertThat(aws.receive(S3_EVENTS_QUEUE)).as("still to be received").hasSize(1);
        assertThat(aws.takeJobs()).isEmpty();

        down.end();
        poller.pollOnce();

        assertThat(aws.takeJobs()).extracting(UploadJob::object).containsExactly(pie);
        assertThat(aws.depth(S3_EVENTS_QUEUE)).isEqualTo(1);
    }

    @Test
    void whileJobsCannotBeSentTheEventStaysAndIsTakenAfterwards() {
        Outage down = new Outage("SendMessageBatch");
        EventLoop poller =
                loop(
                        new Intake(
                                aws.ledger,
                                new UploadJobQueue(aws.sqs(down)),
                                aws.clock,
                                aws.meters));
        ObjectVersion pie = aws.put("makes/pie.json", "{}");
        aws.announce(pie);
        down.begin();

        assertThatExceptionOfType(SdkClientException.class).isThrownBy(poller::pollOnce);
        assertThat(aws.depth(S3_EVENTS_QUEUE)).isEqualTo(1);

        down.end();
        poller.pollOnce();

        assertThat(aws.takeJobs()).extracting(UploadJob::object).containsExactly(pie);
        assertThat(aws.rows()).hasSize(1);
        assertThat(aws.depth(S3_EVENTS_QUEUE)).isZero();
    }

    @Test
    void aStoppedPollerGivesItsBatchBackAtOnce() {
        Outage down = new Outage("BatchWriteItem");
        EventLoop stopped =
                loop(
                        new Intake(
                                new IntakeLedger(aws.dynamoDb(down)),
                                aws.jobs,
                                aws.clock,
                                aws.meters));
        ObjectVersion pie = aws.put("makes/pie.json", "{}");
        aws.announce(pie);
        down.begin();
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(stopped::pollOnce);

        stopped.release();
        events.pollOnce();

        assertThat(aws.takeJobs()).extracting(UploadJob::object).containsExactly(pie);
    }

    private void drain() {
        while (aws.depth(ResourceNames.S3_EVENTS_QUEUE) > 0) {
            events.pollOnce();
        }
    }

    private EventLoop loop(Intake intake) {
        return new EventLoop(
                new EventQueue(aws.sqs), intake, SETTINGS, new EventMeters(aws.meters), aws.clock);
    }

    private double found(String source) {
        return aws.meters.counter("makeline.watcher.objects.found", "source", source).count();
    }

    private double ignored(String reason) {
        return aws.meters.counter("makeline.watcher.events.ignored", "reason", reason).count();
    }

    private static IntakeState queued() {
        return new IntakeState.Queued();
    }
}
