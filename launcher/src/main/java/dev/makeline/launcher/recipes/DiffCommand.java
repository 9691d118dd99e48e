package dev.makeline.launcher.recipes;

import dev.makeline.document.Reading.Read;
import dev.makeline.document.Reading.Unreadable;
import dev.makeline.document.RecipeDocument;
import dev.makeline.launcher.instance.CannotProceedException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Compares a make with its recipe, both in any form that is accepted as a document. Ends quietly
/// when nobody reads on.
@Command(
        name = "diff",
        description = {
            "Shows what a make does otherwise than its recipe: two files in own JSON, JSON-LD, HTML"
                    + " or Markdown, - for standard input.",
            "Exit codes: 0 compared, whatever came of it; 1 it deviates, with --exit-code; 2 it"
                    + " could not be read."
        })
public final class DiffCommand implements Callable<Integer> {

    private static final int DEVIATES = 1;

    private final InputStream in;
    private final OutputStream out;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "The recipe and the make; with --jsonl files of lines, or standard input.")
    private List<Path> files = List.of();

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Option(
            names = "--exit-code",
            description = "Exit with 1 when the make, or one of the lines, deviates.")
    private boolean exitCode;

    static final class Form {

        @Option(names = "--json", description = "Print the comparison as JSON.")
        private boolean json;

        @Option(
                names = "--jsonl",
                description =
                        "Read lines {\"recipe\": …, \"make\": …}, each side an object or the text of"
                                + " a document, and answer each with one line of JSON.")
        private boolean lines;
    }

    /// Reads standard input and writes standard output.
    public DiffCommand() {
        this(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    }

    DiffCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() {
        try {
            boolean deviates = form.lines ? compareLines() : compareFiles();
            return exitCode && deviates ? DEVIATES : 0;
        } catch (ReaderIsGoneException e) {
            return 0;
        }
    }

    private boolean compareLines() throws ReaderIsGoneException {
        AtomicBoolean deviates = new AtomicBoolean();
        PairLine answer = new PairLine(pair -> deviates.compareAndSet(false, pair.deviates()));
        LineAnswers answers = new LineAnswers(Printer.ofLines(out), answer);
        for (InputFile file : InputFile.of(files, in)) {
            file.read(answers::answer);
        }
        return deviates.get();
    }

    private boolean compareFiles() throws ReaderIsGoneException {
        if (files.size() != 2) {
            throw CannotProceedException.refused(
                    "diff compares two files, the recipe and the make, but was given %d."
                            .formatted(files.size()));
        }
        List<InputFile> sides = InputFile.of(files, in);
        ComparedPair pair = ComparedPair.of(document(sides.getFirst()), document(sides.getLast()));
        Printer printer = Printer.forPeople(out);
        if (form.json) {
            printer.print(json -> json.writeTree(pair.json()));
        } else {
            printer.printText(ComparisonText.of(pair));
        }
        printer.flush();
        return pair.deviates();
    }

    private static RecipeDocument document(InputFile file) throws ReaderIsGoneException {
        return switch (file.document()) {
            case Read(RecipeDocument document) -> document;
            case Unreadable unreadable ->
                    throw CannotProceedException.refused(file.refusal(unreadable));
        };
    }
}
