package dev.makeline.sender;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.Submission;
import dev.makeline.protocol.UploadJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RefusalTest extends SenderTest {

    @Test
    void everyFileThatIsNoRecipeIsRefusedWithASentenceAndTheOthersGoOn() {
        Map<String, byte[]> bad = badFiles();
        Map<String, UploadJob> jobs = new LinkedHashMap<>();
        bad.forEach((key, content) -> jobs.put(key, intake.drop(key, content)));
        intake.drop("makes/bom.json", "\uFEFF" + Documents.make(5));

        startSender();

        await().atMost(SOON).until(() -> recipeServer.kept().size() == jobs.size() + 1);
        await().atMost(SOON).until(() -> intake.depth() == 0);
        Map<String, Submission> byKey =
                recipeServer.submissions().stream()
                        .collect(Collectors.toMap(one -> one.job().key(), one -> one));
        assertThat(byKey.remove("makes/bom.json")).isInstanceOf(Submission.Document.class);
        assertThat(byKey)
                .containsOnlyKeys(bad.keySet())
                .allSatisfy((_, submission) ->
                        assertThat(submission)
                                .isInstanceOfSatisfying(
                                        Submission.Refusal.class,
                                        refusal -> assertThat(refusal.reason()).endsWith(".")));
    }

    @Test
    void anObjectThatIsLargerThanItsJobSaysIsNotReadToItsEnd() {
        startSender();
        UploadJob honest = intake.put("makes/large.json", new byte[6 << 20]);
        UploadJob lying =
                UploadJob.of(
                        honest.object(), 10, Optional.empty(), Instant.now(), honest.traceparent());

        intake.send(lying);

        assertThat(onlyRefusal().reason()).contains("1 MiB");
    }

    @Test
    void anObjectThatIsGoneIsRefused() {
        startSender();
        UploadJob job = longAgo(intake.put("makes/gone.json", Documents.make(1)));
        intake.delete("makes/gone.json");

        intake.send(job);

        assertThat(onlyRefusal().reason())
                .isEqualTo("The file was deleted before it could be read; drop it again.");
    }

    @Test
    void anObjectThatIsNotThereYetIsTriedAgain() {
        Sender sender = startSender(Map.of("makeline.sender.delivery.grace", "1m"));
        UploadJob job = intake.put("makes/late.json", Documents.make(1));
        intake.delete("makes/late.json");
        intake.send(job);
        await().atMost(SOON)
                .until(() ->
                        sender.metric("makeline_sender_retries_total", "object-not-yet-there")
                                >= 1);

        intake.put("makes/late.json", Documents.make(1));

        await().atMost(SOON).until(() -> !recipeServer.submissions().isEmpty());
        assertThat(recipeServer.submissions())
                .singleElement()
                .isInstanceOf(Submission.Document.class);
    }

    @Test
    void aVersionThatWasOverwrittenIsRefusedAndTheNewerOneIsSubmitted() {
        startSender();
        UploadJob older = intake.put("makes/twice.json", Documents.make(1));
        UploadJob newer = intake.put("makes/twice.json", Documents.make(2));

        intake.send(older);
        intake.send(newer);

        await().atMost(SOON).until(() -> recipeServer.submissions().size() == 2);
        assertThat(recipeServer.submissions())
                .anySatisfy(submission -> {
                    assertThat(submission.job()).isEqualTo(older);
                    assertThat(submission)
                            .isInstanceOfSatisfying(
                                    Submission.Refusal.class,
                                    refusal ->
                                            assertThat(refusal.reason())
                                                    .isEqualTo(
                                                            "The file was replaced by a newer version before it could be read."));
                })
                .anySatisfy(submission -> {
                    assertThat(submission.job()).isEqualTo(newer);
                    assertThat(submission).isInstanceOf(Submission.Document.class);
                });
    }

    @Test
    void aBucketThatDoesNotExistIsNoReasonToRefuse() {
        Sender sender = startSender();
        UploadJob job =
                UploadJob.of(
                        new ObjectVersion("makeline-none", "makes/a.json", Optional.empty(), "abc"),
                        10,
                        Optional.empty(),
                        Instant.EPOCH,
                        dev.makeline.protocol.Traceparent.start());

        intake.send(job);

        await().atMost(SOON)
                .until(() -> sender.metric("makeline_sender_retries_total", "store-refused") >= 1);
        assertThat(recipeServer.calls()).isZero();
    }

    private Submission.Refusal onlyRefusal() {
        await().atMost(SOON).until(() -> !recipeServer.submissions().isEmpty());
        await().atMost(SOON).until(() -> intake.depth() == 0);
        return (Submission.Refusal) recipeServer.submissions().getFirst();
    }

    private static UploadJob longAgo(UploadJob job) {
        return UploadJob.of(
                job.object(),
                job.size(),
                job.sequencer(),
                job.foundAt().minus(Duration.ofHours(1)),
                job.traceparent());
    }

    private static Map<String, byte[]> badFiles() {
        byte[] fiveMegabytes = new byte[5 << 20];
        Arrays.fill(fiveMegabytes, (byte) ' ');
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("makes/empty.json", new byte[0]);
        files.put("makes/text.json", utf8("Take two eggs"));
        files.put("makes/utf16.json", Documents.make(1).getBytes(UTF_16));
        files.put("makes/truncated.json", utf8(Documents.make(1).substring(0, 60)));
        files.put("makes/duplicate.json", utf8("{\"recipeName\":\"a\",\"recipeName\":\"b\"}"));
        files.put("makes/nan.json", utf8("{\"recipeName\":\"a\",\"rating\":NaN}"));
        files.put("makes/1e400.json", utf8("{\"recipeName\":\"a\",\"rating\":1e400}"));
        files.put(
                "makes/digits.json",
                utf8("{\"recipeName\":\"a\",\"rating\":" + "1".repeat(1_000_000) + "}"));
        files.put("makes/deep.json", utf8("[".repeat(100_000)));
        files.put("makes/five.json", fiveMegabytes);
        files.put("makes/nameless.json", utf8("{\"recipeId\":1}"));
        files.put("makes/id.json", utf8("{\"recipeName\":\"a\",\"recipeId\":9007199254740993}"));
        files.put("makes/notes.txt", utf8(Documents.make(1)));
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
