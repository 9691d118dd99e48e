package dev.makeline.benchmark.listing;

import static dev.makeline.protocol.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.FileId;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OtherFilesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void anotherOwnersFileStandsInNoPartOfTheIndexThatTheFirstOwnerReads() {
        UserId owner = UserId.next(NOW);
        UserId other = UserId.next(NOW);
        Map<String, AttributeValue> template = new HashMap<>();
        template.putAll(FilesTable.key(FileId.next(NOW), FilesTable.FILE_PART));
        template.put("name", text("Plums.txt"));
        template.put(FilesTable.OWNER_STATE, text(FilesTable.ownerState(owner.value(), "live")));

        Map<String, AttributeValue> row = new OtherFiles(template).row(other, NOW);

        assertThat(row)
                .containsEntry("name", text("Plums.txt"))
                .containsEntry("ownerId", text(other.value()))
                .containsEntry(
                        FilesTable.OWNER_STATE, text(FilesTable.ownerState(other.value(), "live")));
        assertThat(row.get(FilesTable.SUBJECT)).isNotEqualTo(template.get(FilesTable.SUBJECT));
    }
}
