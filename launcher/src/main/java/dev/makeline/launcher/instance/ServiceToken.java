package dev.makeline.launcher.instance;

import dev.makeline.protocol.AccessToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// A secret by which another service is known to recipe-server, the same for as long as the data
/// folder lives. Readable by its owner alone.
record ServiceToken(String secret) {

    private static final Set<PosixFilePermission> OWNER_ALONE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /// Of sender-service.
    static ServiceToken keptIn(DataFolder folder) {
        return keptIn(folder, "service-token");
    }

    /// Of the tasks of processor-service.
    static ServiceToken ofProcessor(DataFolder folder) {
        return keptIn(folder, "processor-token");
    }

    private static ServiceToken keptIn(DataFolder folder, String name) {
        Path file = folder.root().resolve(name);
        try {
            if (Files.exists(file)) {
                Files.setPosixFilePermissions(file, OWNER_ALONE);
                String kept = Files.readString(file).strip();
                if (kept.startsWith(AccessToken.PREFIX)) {
                    return new ServiceToken(kept);
                }
                Files.delete(file);
            }
            ServiceToken fresh = new ServiceToken(AccessToken.newSecret());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
            Files.writeString(file, fresh.secret);
            return fresh;
        } catch (IOException e) {
            throw CannotProceedException.refused(
                    "The services' token cannot be kept in %s (%s): make that file yours, or choose another folder with --data DIR."
                            .formatted(file, e.getMessage()));
        }
    }

    @Override
    public String toString() {
        return "ServiceToken[hidden]";
    }
}
