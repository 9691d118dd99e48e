package dev.makeline.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.UploadJob;
import org.junit.jupiter.api.Test;

/// While versions N and N+1 run side by side, N gets messages of N+1.
class MessageOfTheNextVersionTest extends SenderTest {

    @Test
    void itIsDeliveredAsOneOfThisVersion() throws MalformedMessageException {
        UploadJob job = intake.put("makes/next.json", Documents.make(1));
        ObjectNode next = ofTheNextVersion(job);
        next.put("checksum", "sha256:00").putObject("origin").put("account", "1");

        intake.send(next.toString());
        startSender();

        await().atMost(SOON).until(() -> intake.depth() == 0 && !recipeServer.kept().isEmpty());
        assertThat(recipeServer.kept()).containsExactly(job.object().objectId());
        assertThat(recipeServer.submissions())
                .singleElement()
                .satisfies(submission -> assertThat(submission.job()).isEqualTo(job));
    }

    @Test
    void oneThatCannotBeReadIsKeptWordForWordUntilAVersionRunsThatCan()
            throws MalformedMessageException {
        UploadJob job = intake.put("makes/further.json", Documents.make(2));
        ObjectNode next = ofTheNextVersion(job);
        next.remove("bucket");
        next.put("place", "s3://makeline-intake/makes/further.json");

        intake.send(next.toString());
        startSender();

        await().atMost(SOON).until(() -> intake.deadLetters() == 1);
        assertThat(intake.readDeadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.body()).isEqualTo(next.toString()));
        assertThat(recipeServer.calls()).isZero();
    }

    private static ObjectNode ofTheNextVersion(UploadJob job) throws MalformedMessageException {
        ObjectNode next = ProtocolJson.read(ProtocolJson.writeAscii(job), ObjectNode.class);
        return next.put("schemaVersion", UploadJob.SCHEMA_VERSION + 1);
    }
}
