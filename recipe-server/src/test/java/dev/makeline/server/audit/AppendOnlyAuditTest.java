package dev.makeline.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads the sources: what is on record is changed and deleted by nobody.
class AppendOnlyAuditTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/makeline/server");
    private static final Pattern CALL = Pattern.compile("dynamoDb\\s*\\.\\s*([a-zA-Z]+)\\(");

    /// All that this package does to DynamoDB; its puts ask that there is no such row.
    private static final List<String> ALLOWED = List.of("transactWriteItems", "query");

    @Test
    void theAuditLogPutsNewRowsAndReadsThem() throws IOException {
        List<String> calls =
                sources()
                        .filter(file -> file.startsWith(SOURCES.resolve("audit")))
                        .flatMap(file -> CALL.matcher(read(file)).results())
                        .map(call -> call.group(1))
                        .toList();

        assertThat(calls).isNotEmpty().isSubsetOf(ALLOWED);
        String log = read(SOURCES.resolve("audit/AuditLog.java"));
        assertThat(log).contains("attribute_not_exists").doesNotContain(".update(", ".delete(");
    }

    @Test
    void nobodyElseKnowsWhereItsRowsStand() throws IOException {
        assertThat(sources().filter(file -> read(file).contains("\"audit#")))
                .containsExactly(SOURCES.resolve("audit/AuditRows.java"));
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
