package dev.makeline.server.file.intake;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.FileId;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.ResourceNames;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A version of a file that was sent to the intake, and the object that it became there.
///
/// @param sentAt UTC
record SentVersion(FileId file, int version, ObjectVersion object, Instant sentAt) {

    Map<String, AttributeValue> toItem() {
        Map<String, AttributeValue> item =
                new HashMap<>(FilesTable.key(file, FilesTable.intakePart(version)));
        item.put("version", number(version));
        item.put("key", text(object.key()));
        object.versionId().ifPresent(id -> item.put("versionId", text(id)));
        item.put("eTag", text(object.eTag()));
        item.put("sentAt", text(sentAt.toString()));
        return item;
    }

    static SentVersion fromItem(FileId file, Map<String, AttributeValue> item) {
        return new SentVersion(
                file,
                (int) requiredNumber(item, "version"),
                new ObjectVersion(
                        ResourceNames.INTAKE_BUCKET,
                        requiredText(item, "key"),
                        optionalText(item, "versionId"),
                        requiredText(item, "eTag")),
                Instant.parse(requiredText(item, "sentAt")));
    }
}
