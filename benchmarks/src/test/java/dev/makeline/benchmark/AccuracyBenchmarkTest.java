package dev.makeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AccuracyBenchmarkTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine accuracy =
            new CommandLine(new AccuracyBenchmark())
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err));

    @Test
    void oneTableIsPrintedAndWhatWasLeftOutIsSaid() {
        int exit = accuracy.execute("--pairs", "3");

        assertThat(exit).isZero();
        assertThat(out.toString())
                .startsWith("| measure")
                .contains("| F1 of seeded edits of composed recipes ")
                .contains("Left out: step alignment, because no --data is given");
    }

    @Test
    void aFolderThatIsNotThereIsRefused(@TempDir Path folder) {
        int exit = accuracy.execute("--data", folder.resolve("missing").toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("missing is no folder");
    }
}
