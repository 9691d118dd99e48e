package dev.makeline.server.file.trash;

import dev.makeline.server.access.OwnerId;
import dev.makeline.server.account.AccountDeleted;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.file.FileState;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.request.FileAudit;
import dev.makeline.server.file.store.FileStore;
import dev.makeline.server.problem.UnavailableException;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/// Takes the files of somebody who leaves to the trash, with a notice of each, and withdraws what
/// never became a file. Whatever repeats it finds less to do. Thread-safe.
@Singleton
final class FilesOfDeletedAccounts implements ApplicationEventListener<AccountDeleted> {

    /// Enough for as many files as somebody may have within seconds, and few enough to leave the
    /// database to others.
    private static final int AT_ONCE = 16;

    /// Indexes lag: a list may name what is done, and not yet what has just come.
    private static final int ROUNDS = 5;

    private final FileStore store;
    private final FileDeletion deletion;
    private final FileAudit audit;
    private final ExecutorService executor;

    FilesOfDeletedAccounts(
            FileStore store,
            FileDeletion deletion,
            FileAudit audit,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.store = store;
        this.deletion = deletion;
        this.audit = audit;
        this.executor = executor;
    }

    @Override
    public void onApplicationEvent(AccountDeleted event) {
        OwnerId owner = OwnerId.of(event.user());
        for (int round = 0; round < ROUNDS; round++) {
            if (takeAll(owner) == 0) {
                return;
            }
        }
        throw new UnavailableException("Files of a deleted account are still there");
    }

    /// How many there were still to take.
    private long takeAll(OwnerId owner) {
        Semaphore permits = new Semaphore(AT_ONCE);
        List<CompletableFuture<Boolean>> all =
                Stream.of(FileState.LIVE, FileState.PENDING, FileState.REFUSED)
                        .flatMap(state -> store.ofOwner(owner, state).stream())
                        .map(file -> {
                            permits.acquireUninterruptibly();
                            return CompletableFuture.supplyAsync(() -> take(file, owner), executor)
                                    .whenComplete((_, _) -> permits.release());
                        })
                        .toList();
        return all.stream().filter(FilesOfDeletedAccounts::result).count();
    }

    private static boolean result(CompletableFuture<Boolean> taken) {
        try {
            return taken.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private boolean take(StoredFile listed, OwnerId owner) {
        Optional<StoredFile> found = store.find(listed.id());
        found.ifPresent(file -> {
            switch (file.state()) {
                case LIVE -> toTrash(file, owner);
                case PENDING, REFUSED -> deletion.withdraw(file);
                case TRASH -> {}
            }
        });
        return found.filter(file -> file.state() != FileState.TRASH).isPresent();
    }

    private void toTrash(StoredFile file, OwnerId owner) {
        var _ = deletion.toTrash(file, owner, audit.rows(AuditAction.FILE_DELETED, owner, file));
    }
}
