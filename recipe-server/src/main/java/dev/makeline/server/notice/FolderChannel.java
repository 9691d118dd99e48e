package dev.makeline.server.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Puts a file into a folder, named by the deletion's id and complete from the first moment: told
/// again, it is the same file.
final class FolderChannel implements NoticeChannel {

    private final Path folder;

    FolderChannel(Path folder) {
        this.folder = folder;
    }

    @Override
    public String label() {
        return "folder";
    }

    @Override
    public void tell(DeletionNotice notice) {
        Path file = folder.resolve(notice.deletionId() + ".txt");
        if (Files.exists(file)) {
            return;
        }
        Path draft = folder.resolve('.' + notice.deletionId() + '.' + UUID.randomUUID());
        try {
            Files.writeString(draft, notice.text(), UTF_8, StandardOpenOption.CREATE_NEW);
            try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new NoticeNotTakenException(
                    "Cannot write %s; is the folder there and writable?".formatted(file), e);
        }
    }
}
