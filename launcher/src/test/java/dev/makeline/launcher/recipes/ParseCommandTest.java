package dev.makeline.launcher.recipes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.makeline.launcher.instance.CannotProceedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class ParseCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void linesComeOutInTheirOrder() {
        List<JsonNode> objects = parse("2 cups flour\n1 pinch salt, to taste\n3 eggs, beaten\n");

        assertThat(objects)
                .extracting(object -> object.get("name").textValue())
                .containsExactly("flour", "salt", "eggs");
        assertThat(objects.getLast().get("preparation").textValue()).isEqualTo("beaten");
    }

    @Test
    void emptyLineIsAnObjectToo() {
        List<JsonNode> objects = parse("\n1 egg\n\n");

        assertThat(objects)
                .extracting(object -> object.get("understanding").textValue())
                .containsExactly("no-food", "whole", "no-food");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 egg\n1 onion", "1 egg\n1 onion\n", "1 egg\r\n1 onion\r\n"})
    void lastLineNeedsNoEndAndCarriageReturnsAreNoPartOfALine(String lines) {
        assertThat(originals(parse(lines))).containsExactly("1 egg", "1 onion");
    }

    @Test
    void noInputIsNoOutput() {
        assertThat(parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 \u0000 egg \u0000",
                "كوب من الدقيق",
                "\u202e2 cups flour",
                "2 🍋, juiced 👩‍🍳",
                "1 egg\r2 eggs\u2028\u0085\u000b"
            })
    void lineOfAnyCharactersIsKept(String line) {
        assertThat(originals(parse(line + "\n"))).containsExactly(line);
    }

    @Test
    void lineOfAnyLengthIsKept() {
        String longLine = "1 cup milk, ".repeat(834).substring(0, 10_000);
        String longer = "x".repeat(300_000);

        List<JsonNode> objects = parse(longLine + "\n" + longer + "\n1 egg\n");

        assertThat(originals(objects)).containsExactly(longLine, longer, "1 egg");
        assertThat(objects.get(1).get("understanding").textValue()).isEqualTo("too-long");
    }

    @Test
    void bytesThatAreNotUtf8AreReplaced() {
        List<JsonNode> objects =
                parse(new ByteArrayInputStream("1 cup cr\u00e8me\n2 eggs\n".getBytes(ISO_8859_1)));

        assertThat(originals(objects)).containsExactly("1 cup cr\ufffdme", "2 eggs");
    }

    @Test
    void filesAreReadOneAfterTheOther(@TempDir Path folder) throws IOException {
        Path one = Files.writeString(folder.resolve("one.txt"), "1 egg");
        Path two = Files.writeString(folder.resolve("two.txt"), "2 eggs\n");

        List<JsonNode> objects =
                parse(InputStream.nullInputStream(), one.toString(), two.toString());

        assertThat(originals(objects)).containsExactly("1 egg", "2 eggs");
    }

    @Test
    void fileThatIsNotThereIsRefusedBeforeAnythingIsPrinted(@TempDir Path folder)
            throws IOException {
        String one = Files.writeString(folder.resolve("one.txt"), "1 egg").toString();

        for (String missing : List.of(folder.resolve("none.txt").toString(), folder.toString())) {
            assertThatThrownBy(() -> parse(InputStream.nullInputStream(), one, missing))
                    .isInstanceOf(CannotProceedException.class)
                    .hasMessageContaining(missing);
        }
        assertThat(out.size()).isZero();
    }

    @Test
    @Timeout(20)
    void readLinesAreSeenBeforeTheNextOneIsWaitedFor() throws Exception {
        PipedOutputStream source = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(source);
        PipedOutputStream sink = new PipedOutputStream();
        PipedInputStream seen = new PipedInputStream(sink);
        Thread command = Thread.ofVirtual().start(() -> execute(new ParseCommand(in, sink)));

        source.write("1 egg\n".getBytes(UTF_8));
        source.flush();

        assertThat((char) seen.read()).isEqualTo('{');
        source.close();
        command.join();
    }

    @Test
    void endsQuietlyWhenNobodyReadsOn() {
        int exitCode = execute(new ParseCommand(manyLines(), new OutputThatFails("Broken pipe")));

        assertThat(exitCode).isZero();
    }

    @Test
    void tellsWhenTheOutputCannotBeWritten() {
        ParseCommand command = new ParseCommand(manyLines(), new OutputThatFails("No space left"));

        assertThatThrownBy(() -> execute(command))
                .isInstanceOf(CannotProceedException.class)
                .hasMessageContaining("No space left");
    }

    private static InputStream manyLines() {
        return new ByteArrayInputStream("1 cup milk\n".repeat(10_000).getBytes(UTF_8));
    }

    private List<JsonNode> parse(String lines) {
        return parse(new ByteArrayInputStream(lines.getBytes(UTF_8)));
    }

    private List<JsonNode> parse(InputStream in, String... arguments) {
        assertThat(execute(new ParseCommand(in, out), arguments)).isZero();
        return out.toString(UTF_8).lines().map(ParseCommandTest::json).toList();
    }

    /// Lets the command's exceptions through, which the launcher turns into sentences.
    private static int execute(ParseCommand command, String... arguments) {
        CommandLine line = new CommandLine(command);
        line.parseArgs(arguments);
        return command.call();
    }

    private static List<String> originals(List<JsonNode> objects) {
        return objects.stream().map(object -> object.get("original").textValue()).toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class OutputThatFails extends OutputStream {

        private final String reason;

        OutputThatFails(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(reason);
        }
    }
}
