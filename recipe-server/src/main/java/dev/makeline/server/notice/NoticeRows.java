package dev.makeline.server.notice;

import static dev.makeline.protocol.Attributes.optionalNumber;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.sortableInstant;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Notices as rows of the accounts table: those to be told share the partition `notices`, in the
/// order of their deletions; one that was told stands under `told#<deletionId>`.
public final class NoticeRows {

    static final String OUTBOX = "notices";
    static final String LEASE = "lease";
    static final String ATTEMPTS = "attempts";
    static final String NOT_BEFORE = "notBefore";

    private static final String TOLD_PART = "told";

    private NoticeRows() {}

    /// The row that is written in the transaction that deletes.
    public static Map<String, AttributeValue> toTell(DeletionNotice notice) {
        Map<String, AttributeValue> row = attributes(notice);
        row.put(AccountsTable.SUBJECT, text(OUTBOX));
        row.put(
                AccountsTable.PART,
                text(sortableInstant(notice.deletedAt()) + '#' + notice.deletionId()));
        return row;
    }

    static Map<String, AttributeValue> told(DeletionNotice notice, String channel, Instant toldAt) {
        Map<String, AttributeValue> row = attributes(notice);
        row.putAll(toldKey(notice.deletionId()));
        row.put("channel", text(channel));
        row.put("toldAt", text(toldAt.toString()));
        return row;
    }

    static Map<String, AttributeValue> toldKey(String deletionId) {
        return Map.of(
                AccountsTable.SUBJECT,
                text("told#" + deletionId),
                AccountsTable.PART,
                text(TOLD_PART));
    }

    static Map<String, AttributeValue> key(String part) {
        return Map.of(AccountsTable.SUBJECT, text(OUTBOX), AccountsTable.PART, text(part));
    }

    private static Map<String, AttributeValue> attributes(DeletionNotice notice) {
        Map<String, AttributeValue> row = new HashMap<>();
        row.put("fileId", text(notice.fileId()));
        row.put("fileName", text(notice.fileName()));
        row.put("ownerId", text(notice.ownerId()));
        row.put("deletedBy", text(notice.deletedBy()));
        row.put("deletedAt", text(notice.deletedAt().toString()));
        row.put("what", text(notice.what()));
        return row;
    }

    /// @throws IllegalArgumentException for a row that is no notice
    static WaitingNotice read(Map<String, AttributeValue> row) {
        String part = requiredText(row, AccountsTable.PART);
        return new WaitingNotice(
                part,
                new DeletionNotice(
                        part.substring(part.indexOf('#') + 1),
                        requiredText(row, "fileId"),
                        requiredText(row, "fileName"),
                        requiredText(row, "ownerId"),
                        requiredText(row, "deletedBy"),
                        Instant.parse(requiredText(row, "deletedAt")),
                        requiredText(row, "what")),
                optionalText(row, LEASE),
                optionalNumber(row, ATTEMPTS).orElse(0),
                optionalText(row, NOT_BEFORE).map(Instant::parse));
    }
}
