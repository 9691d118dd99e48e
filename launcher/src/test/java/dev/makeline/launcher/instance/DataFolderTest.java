package dev.makeline.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {

    @TempDir Path folder;

    @Test
    void folderThatCannotBeMadeIsRefusedWithTheWaysOut() throws Exception {
        Path file = Files.writeString(folder.resolve("a file"), "in the way");

        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(CannotProceedException.class)
                .hasMessageContainingAll("a file", "cannot be used", "--data DIR", "--memory");
    }

    @Test
    void folderWithoutPermissionIsRefused() {
        // Not even root may make folders here.
        assertThatThrownBy(() -> DataFolder.open(Path.of("/proc/makeline")))
                .isInstanceOf(CannotProceedException.class)
                .hasMessageContaining("/proc/makeline cannot be used");
    }

    @Test
    void folderInUseIsRefusedUntilItIsLeft() {
        DataFolder first = DataFolder.open(folder);

        assertThatThrownBy(() -> DataFolder.open(folder))
                .hasMessageContainingAll(
                        "in use by another running Makeline (pid " + ProcessHandle.current().pid(),
                        "./makeline down");
        first.close();

        DataFolder.open(folder).close();
    }

    @Test
    void temporaryFolderGoesUnlessItsLogsAreWanted() {
        DataFolder plain = DataFolder.temporary();
        DataFolder failed = DataFolder.temporary();
        failed.keep();

        plain.close();
        failed.close();

        assertThat(plain.root()).doesNotExist();
        assertThat(failed.logs()).exists();
        assertThat(plain.aws()).isEmpty();
    }

    @Test
    void servicesTokenStaysTheSameAndIsForItsOwnerAlone() throws Exception {
        DataFolder data = DataFolder.open(folder);

        ServiceToken first = ServiceToken.keptIn(data);
        Files.setPosixFilePermissions(
                folder.resolve("service-token"), PosixFilePermissions.fromString("rw-rw-rw-"));
        ServiceToken second = ServiceToken.keptIn(data);

        assertThat(second.secret()).isEqualTo(first.secret()).startsWith("mkl_");
        assertThat(Files.getPosixFilePermissions(folder.resolve("service-token")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(first.toString()).doesNotContain(first.secret());
        data.close();
    }
}
