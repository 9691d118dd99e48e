package dev.makeline.server.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a line of the log. A crash between the line and the record of it brings the same line, by
/// its deletionId, once more.
final class LogChannel implements NoticeChannel {

    private static final Logger log = LoggerFactory.getLogger(LogChannel.class);

    @Override
    public String label() {
        return "log";
    }

    @Override
    public void tell(DeletionNotice notice) {
        log.atInfo()
                .addKeyValue("deletionId", notice.deletionId())
                .addKeyValue("fileId", notice.fileId())
                .addKeyValue("ownerId", notice.ownerId())
                .addKeyValue("deletedBy", notice.deletedBy())
                .addKeyValue("deletedAt", notice.deletedAt())
                .log(notice.subject());
    }
}
