package dev.makeline.launcher.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.makeline.launcher.instance.CannotProceedException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;

/// Prints what a command found, in UTF-8: JSON values, each from a line of its own, and text.
final class Printer {

    private static final JsonMapper JSON =
            JsonMapper.builder(new JsonFactoryBuilder().rootValueSeparator("").build())
                    .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();
    private static final int BUFFERED_CHARACTERS = 1 << 16;

    private final JsonGenerator json;

    private Printer(JsonGenerator json) {
        this.json = json;
    }

    /// Prints each JSON value on one line.
    static Printer ofLines(OutputStream out) {
        return new Printer(generator(out));
    }

    /// Prints JSON values as people read them, over many lines.
    static Printer forPeople(OutputStream out) {
        JsonGenerator json = generator(out);
        json.setPrettyPrinter(indenting());
        return new Printer(json);
    }

    /// Writes one JSON value.
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    void print(Writing value) throws ReaderIsGoneException {
        try {
            value.to(json);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw stopped(e);
        }
    }

    void printText(String text) throws ReaderIsGoneException {
        try {
            json.writeRaw(text);
        } catch (IOException e) {
            throw stopped(e);
        }
    }

    void flush() throws ReaderIsGoneException {
        try {
            json.flush();
        } catch (IOException e) {
            throw stopped(e);
        }
    }

    private static JsonGenerator generator(OutputStream out) {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8), BUFFERED_CHARACTERS);
        try {
            return JSON.createGenerator(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrettyPrinter indenting() {
        return new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                        .withRootSeparator("")
                        .withObjectFieldValueSpacing(Spacing.AFTER));
    }

    /// Every operating system says "pipe" when a reader went away; anything else, such as a full
    /// disk, a person must hear of.
    private static ReaderIsGoneException stopped(IOException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.toLowerCase(Locale.ROOT).contains("pipe")) {
            return new ReaderIsGoneException(e);
        }
        throw CannotProceedException.failed("Cannot write the output: %s.".formatted(reason));
    }
}
