package dev.makeline.processor.kind.importing;

import dev.makeline.processor.kind.Assignment;
import dev.makeline.processor.kind.Content;
import dev.makeline.processor.kind.JobInput;
import dev.makeline.processor.kind.JobKind;
import dev.makeline.processor.kind.JobResult;
import dev.makeline.processor.kind.Output;
import dev.makeline.processor.kind.OutputName;
import dev.makeline.processor.kind.Progress;
import dev.makeline.protocol.DocumentKind;
import dev.makeline.protocol.job.JobKinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Every recipe and make of a file into the intake. The whole file is looked at before the first
/// document goes there: a file that can't be read to its end leaves nothing behind.
///
/// Idempotent: an object's key is made of the job and of the document's number in the file, and one
/// that is there already stays.
public final class ImportRecipes implements JobKind {

    private static final int FETCHED = 10;
    private static final int READ = 40;
    private static final int DROPPED = 95;

    private final IntakeObjects intake;

    public ImportRecipes(IntakeObjects intake) {
        this.intake = intake;
    }

    @Override
    public String name() {
        return JobKinds.IMPORT_RECIPES;
    }

    @Override
    public JobResult run(Assignment assignment, Progress progress)
            throws IOException, InterruptedException {
        JobInput input = assignment.file();
        if (input.content().size() > ImportLimits.FILE_BYTES) {
            return new JobResult.Impossible(
                    "The file has %d bytes; import-recipes takes files of at most %d. Split it."
                            .formatted(input.content().size(), ImportLimits.FILE_BYTES));
        }
        if (input.content().size() == 0) {
            return new JobResult.Impossible("The file is empty.");
        }
        Path fetched = fetch(input, assignment.folder());
        progress.at(FETCHED);
        try (FileChannel file = FileChannel.open(fetched);
                DocumentSpool spool = DocumentSpool.in(assignment.folder().resolve("documents"))) {
            Gathering gathering = new Gathering(spool, as(assignment));
            read(file, input.name(), gathering, progress);
            return drop(assignment, gathering, spool, progress);
        } catch (UnfitFileException e) {
            return new JobResult.Impossible(e.reason());
        }
    }

    private static Path fetch(JobInput input, Path folder) throws IOException {
        Path fetched = folder.resolve("input");
        try (InputStream in = input.content().open()) {
            Files.copy(in, fetched);
        }
        return fetched;
    }

    private static Optional<DocumentKind> as(Assignment assignment) {
        return switch (assignment.parameters().path(JobKinds.AS).asText()) {
            case "recipes" -> Optional.of(DocumentKind.RECIPE);
            case "makes" -> Optional.of(DocumentKind.MAKE);
            default -> Optional.empty();
        };
    }

    private static void read(FileChannel file, String name, Gathering gathering, Progress progress)
            throws IOException, UnfitFileException {
        Source source = Source.of(file);
        Piece.Taker taker =
                piece -> {
                    gathering.take(piece);
                    // Nobody knows how many are to come: it nears the end and does not reach it.
                    progress.at(READ - (READ - FETCHED) * 1000 / (1000 + gathering.documents()));
                };
        if (ImportFile.isArchive(ImportFile.start(source))) {
            ZipDocuments.split(source, taker);
        } else {
            ImportFile.split(source, name, "", taker);
        }
        progress.at(READ);
        progress.say(
                "Read %d documents: %d are good, %d are refused, %d say the same as others."
                        .formatted(
                                gathering.documents(),
                                gathering.accepted().size(),
                                gathering.refused().size(),
                                gathering.repeated().size()));
    }

    private JobResult drop(
            Assignment assignment, Gathering gathering, DocumentSpool spool, Progress progress)
            throws IOException, InterruptedException {
        if (gathering.documents() == 0) {
            return new JobResult.Impossible("The file holds no documents.");
        }
        if (gathering.documents() == 1 && gathering.accepted().isEmpty()) {
            return new JobResult.Impossible(gathering.refused().getFirst().reason());
        }
        IntakeDrop.Dropped dropped =
                new IntakeDrop(assignment.first(), spool, intake)
                        .all(gathering.accepted(), progress, READ, DROPPED);
        if (dropped.before() > 0) {
            progress.say(
                    "%d documents were in the intake already, from an attempt before."
                            .formatted(dropped.before()));
        }
        if (dropped.others() > 0) {
            return new JobResult.Impossible(
                    "The file was changed between two attempts: %d documents of the file as it was are in the intake in place of what it holds now. Run another job on it."
                            .formatted(dropped.others()));
        }
        return report(assignment, gathering);
    }

    private static JobResult report(Assignment assignment, Gathering gathering) throws IOException {
        String file = assignment.file().name();
        ImportReport report =
                new ImportReport(assignment.job(), assignment.first(), file, gathering);
        Path written = assignment.folder().resolve("report");
        try (OutputStream out = Files.newOutputStream(written)) {
            report.write(out);
        }
        Output output =
                new Output(
                        OutputName.of(file, "-report", ".json"),
                        "application/json",
                        Content.of(written));
        return new JobResult.Made(List.of(output), report.summary());
    }
}
