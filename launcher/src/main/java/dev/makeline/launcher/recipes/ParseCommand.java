package dev.makeline.launcher.recipes;

import dev.makeline.launcher.instance.CannotProceedException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
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
        files.forEach(ParseCommand::requireReadable);
        try {
            print();
        } catch (ReaderIsGoneException e) {
            return 0;
        }
        return 0;
    }

    private void print() throws ReaderIsGoneException {
        LinePrinter printer = new LinePrinter(out);
        if (files.isEmpty()) {
            print("standard input", in, printer);
        }
        for (Path file : files) {
            try (InputStream lines = Files.newInputStream(file)) {
                print(file.toString(), lines, printer);
            } catch (IOException e) {
                throw unreadable(file.toString(), e);
            }
        }
    }

    private static void print(String name, InputStream in, LinePrinter printer)
            throws ReaderIsGoneException {
        LineSource lines = new LineSource(in);
        try {
            while (lines.advance()) {
                printer.print(lines.line());
                if (lines.isWaiting()) {
                    printer.flush();
                }
            }
        } catch (LineSource.TooLongException e) {
            throw CannotProceedException.failed(
                    "Line %d of %s has more than %d bytes and is no ingredient line; the lines before it are printed."
                            .formatted(e.number(), name, LineSource.MAX_BYTES));
        } catch (IOException e) {
            throw unreadable(name, e);
        } finally {
            printer.flush();
        }
    }

    private static void requireReadable(Path file) {
        if (!Files.exists(file)) {
            throw CannotProceedException.refused("There is no file %s.".formatted(file));
        }
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            throw CannotProceedException.refused("%s is no file that can be read.".formatted(file));
        }
    }

    private static CannotProceedException unreadable(String name, IOException e) {
        return CannotProceedException.failed("Cannot read %s: %s.".formatted(name, e.getMessage()));
    }
}
