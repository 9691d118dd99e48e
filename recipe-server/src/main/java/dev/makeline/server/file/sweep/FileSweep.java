package dev.makeline.server.file.sweep;

import dev.makeline.server.access.OwnerId;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.file.FileSettings;
import dev.makeline.server.file.FileState;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.request.FileAudit;
import dev.makeline.server.file.store.DueKind;
import dev.makeline.server.file.store.FileStore;
import dev.makeline.server.file.store.FileStore.Due;
import dev.makeline.server.file.trash.FileDeletion;
import dev.makeline.server.file.upload.UploadSweep;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes up what is due: uploads whose content came without being completed, or never came; trash
/// whose time is over; objects that are left of purged files. Several servers may sweep at once,
/// since every step is one condition or can be repeated.
@Singleton
public final class FileSweep {

    private static final Logger log = LoggerFactory.getLogger(FileSweep.class);

    private final FileStore store;
    private final UploadSweep uploads;
    private final FileDeletion deletion;
    private final FileAudit audit;
    private final FileSettings settings;
    private final InstantSource clock;
    private final CountDownLatch stopping = new CountDownLatch(1);

    FileSweep(
            FileStore store,
            UploadSweep uploads,
            FileDeletion deletion,
            FileAudit audit,
            FileSettings settings,
            InstantSource clock) {
        this.store = store;
        this.uploads = uploads;
        this.deletion = deletion;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void start(ServerStartupEvent event) {
        Thread.ofVirtual().name("file-sweep").start(this::run);
    }

    private void run() {
        try {
            while (!stopping.await(settings.sweepInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                pollOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// One that fails does not keep the others waiting; it is due still.
    public synchronized void pollOnce() {
        Instant now = clock.instant();
        each(
                DueKind.UPLOAD,
                now,
                due -> store.upload(due.file(), due.uploadId()).ifPresent(uploads::sweep));
        each(DueKind.TRASH, now, due -> store.find(due.file()).ifPresent(this::purge));
        each(DueKind.REMOVAL, now, due -> deletion.removeRest(due.file()));
    }

    private void each(DueKind kind, Instant now, Consumer<Due> work) {
        try {
            store.due(kind, now, settings.sweepEntries()).forEach(due -> survive(due, work));
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("Files that are due could not be looked up; it is tried again");
        }
    }

    private static void survive(Due due, Consumer<Due> work) {
        try {
            work.accept(due);
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("fileId", due.file())
                    .addKeyValue("cause", e.getMessage())
                    .log("A file that is due could not be swept; it is tried again");
        }
    }

    private void purge(StoredFile file) {
        boolean isOver =
                file.state() == FileState.TRASH
                        && file.trashedAt()
                                .filter(at ->
                                        !at.plus(settings.trashKeptFor()).isAfter(clock.instant()))
                                .isPresent();
        if (isOver) {
            var record = audit.rows(AuditAction.FILE_PURGED, OwnerId.SERVER, file);
            boolean _ = deletion.purge(file, OwnerId.SERVER, record);
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }
}
