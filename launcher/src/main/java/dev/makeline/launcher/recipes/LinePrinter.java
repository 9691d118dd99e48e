package dev.makeline.launcher.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.makeline.document.IngredientLineJson;
import dev.makeline.launcher.instance.CannotProceedException;
import dev.makeline.recipe.line.IngredientLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;

/// Prints ingredient lines as JSON, each on a line of its own, in UTF-8.
final class LinePrinter {

    private static final JsonFactory JSON = new JsonFactoryBuilder().rootValueSeparator("").build();
    private static final int BUFFERED_CHARACTERS = 1 << 16;

    private final JsonGenerator json;

    LinePrinter(OutputStream out) {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8), BUFFERED_CHARACTERS);
        try {
            json = JSON.createGenerator(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void print(String line) throws ReaderIsGoneException {
        try {
            IngredientLineJson.write(IngredientLine.read(line), json);
            json.writeRaw('\n');
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
