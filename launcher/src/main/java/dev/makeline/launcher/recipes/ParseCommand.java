package dev.makeline.launcher.recipes;

import dev.makeline.document.IngredientLineJson;
import dev.makeline.launcher.instance.CannotProceedException;
import dev.makeline.recipe.line.IngredientLine;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Prints what [dev.makeline.recipe.line.IngredientLine] reads in ingredient lines, one JSON object
/// a line, in their order. Ends quietly when nobody reads on.
@Command(
        name = "parse",
        description =
                "Reads ingredient lines, one a line in UTF-8, and prints each taken apart as a JSON"
                        + " object on a line of its own.")
public final class ParseCommand implements Callable<Integer> {

    /// Far above the longest line that is read as an ingredient; bounds the memory.
    private static final int MAX_BYTES = 10_000_000;

    private final InputStream in;
    private final OutputStream out;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files of ingredient lines; without one, standard input.")
    private List<Path> files = List.of();

    /// Reads standard input and writes standard output.
    public ParseCommand() {
        this(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    }

    ParseCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() {
        Printer printer = Printer.ofLines(out);
        try {
            for (InputFile file : InputFile.of(files, in)) {
                file.read(bytes -> print(file, bytes, printer));
            }
        } catch (ReaderIsGoneException e) {
            return 0;
        }
        return 0;
    }

    private static void print(InputFile file, InputStream bytes, Printer printer)
            throws IOException, ReaderIsGoneException {
        LineSource lines = new LineSource(bytes, MAX_BYTES);
        try {
            while (lines.advance()) {
                print(file, lines, printer);
            }
        } finally {
            printer.flush();
        }
    }

    private static void print(InputFile file, LineSource lines, Printer printer)
            throws ReaderIsGoneException {
        if (lines.isTooLong()) {
            throw CannotProceedException.failed(
                    "Line %d of %s has more than %d bytes and is no ingredient line; the lines before it are printed."
                            .formatted(lines.number(), file.name(), MAX_BYTES));
        }
        IngredientLine line = IngredientLine.read(lines.line());
        printer.print(json -> IngredientLineJson.write(line, json));
        if (lines.isWaiting()) {
            printer.flush();
        }
    }
}
