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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints documents of any accepted form in the own form. What of them could not be read goes to
/// stderr, and one that is unreadable does not keep the others from being read. Ends quietly when
/// nobody reads on.
@Command(
        name = "import",
        description = {
            "Prints recipes in own JSON, JSON-LD, HTML or Markdown as documents in own JSON; what"
                    + " could not be read is told on stderr.",
            "Exit codes: 0 all were read; 2 one could not be read."
        })
public final class ImportCommand implements Callable<Integer> {

    private final InputStream in;
    private final OutputStream out;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files of one document each; without one, or as -, standard input.")
    private List<Path> files = List.of();

    @Option(names = "--compact", description = "Print each document on one line.")
    private boolean compact;

    @Option(
            names = "--jsonl",
            description =
                    "Read lines that have a document under jsonld, html, markdown or text, and"
                            + " answer each with one line of JSON.")
    private boolean lines;

    /// Reads standard input and writes standard output.
    public ImportCommand() {
        this(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    }

    ImportCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() {
        boolean allRead = true;
        try {
            Printer printer = compact || lines ? Printer.ofLines(out) : Printer.forPeople(out);
            LineAnswers answers = new LineAnswers(printer, new DocumentLine());
            for (InputFile file : InputFile.of(files, in)) {
                if (lines) {
                    file.read(answers::answer);
                } else {
                    allRead &= print(file, printer);
                }
            }
        } catch (ReaderIsGoneException e) {
            return 0;
        }
        return allRead ? 0 : CannotProceedException.REFUSED;
    }

    /// @return whether it could be read
    private boolean print(InputFile file, Printer printer) throws ReaderIsGoneException {
        return switch (file.document()) {
            case Unreadable unreadable -> {
                tell(file.refusal(unreadable));
                yield false;
            }
            case Read(RecipeDocument document) -> {
                printer.print(json -> json.writeTree(document.json()));
                printer.flush();
                document.unread().forEach(sentence -> tell(file.name() + ": " + sentence));
                yield true;
            }
        };
    }

    private void tell(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
    }
}
