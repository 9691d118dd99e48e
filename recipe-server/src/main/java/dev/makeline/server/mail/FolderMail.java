package dev.makeline.server.mail;

import dev.makeline.protocol.Attributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.UUID;

/// Every mail a file `<time>-<id>.eml`, there when it is complete. Its links set passwords, so that
/// only the owner of the process may read it. For machines of developers.
final class FolderMail implements Mail {

    private final Path folder;
    private final MimeLetters letters;
    private final InstantSource clock;

    /// @throws IllegalArgumentException when the folder cannot be made
    FolderMail(Path folder, MimeLetters letters, InstantSource clock) {
        this.folder = folder.toAbsolutePath();
        this.letters = letters;
        this.clock = clock;
        try {
            Files.createDirectories(this.folder);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "makeline.mail.folder (MAKELINE_MAIL_FOLDER) names %s, which cannot be made: %s"
                            .formatted(this.folder, e.getMessage()),
                    e);
        }
    }

    @Override
    public void deliver(Letter letter) {
        String name =
                Attributes.sortableInstant(clock.instant()).replace(':', '-')
                        + '-'
                        + UUID.randomUUID();
        try {
            Path partial = Files.createTempFile(folder, name, ".partial");
            Files.write(partial, letters.bytes(letter));
            Files.move(partial, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new MailNotDeliveredException(
                    "A mail cannot be written to the folder " + folder, e);
        }
    }
}
