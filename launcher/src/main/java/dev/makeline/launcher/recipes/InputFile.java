package dev.makeline.launcher.recipes;

import dev.makeline.document.DocumentLimits;
import dev.makeline.document.Reading;
import dev.makeline.document.Reading.Kind;
import dev.makeline.document.Reading.Unreadable;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.launcher.instance.CannotProceedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A file that a command was given, or standard input, which is called `-`.
///
/// @param standardInput what `-` stands for; not closed
record InputFile(Path path, InputStream standardInput) {

    private static final String STANDARD_INPUT = "-";
    private static final RecipeDocumentReader READER = new RecipeDocumentReader();

    /// The files in their order, standard input when there is none. Refuses them before anything is
    /// read when one is missing.
    static List<InputFile> of(List<Path> paths, InputStream standardInput) {
        List<Path> chosen = paths.isEmpty() ? List.of(Path.of(STANDARD_INPUT)) : paths;
        List<InputFile> files =
                chosen.stream().map(path -> new InputFile(path, standardInput)).toList();
        files.forEach(InputFile::requireReadable);
        if (files.stream().filter(InputFile::isStandardInput).count() > 1) {
            throw CannotProceedException.refused(
                    "Standard input (-) can be read only once; name a file in its other places.");
        }
        return files;
    }

    String name() {
        return isStandardInput() ? "standard input" : path.toString();
    }

    /// What is done with the bytes of a file.
    interface Use {
        void of(InputStream bytes) throws IOException, ReaderIsGoneException;
    }

    void read(Use use) throws ReaderIsGoneException {
        try {
            if (isStandardInput()) {
                use.of(standardInput);
                return;
            }
            try (InputStream bytes = Files.newInputStream(path)) {
                use.of(bytes);
            }
        } catch (IOException e) {
            throw CannotProceedException.refused(
                    "Cannot read %s: %s.".formatted(name(), e.getMessage()));
        }
    }

    /// Reads it as one recipe document.
    Reading document() throws ReaderIsGoneException {
        // One byte more tells that there is more.
        byte[][] content = new byte[1][];
        read(bytes -> content[0] = bytes.readNBytes(DocumentLimits.PAGE_BYTES + 1));
        return content[0].length > DocumentLimits.PAGE_BYTES
                ? new Unreadable(
                        String.format(
                                Locale.ROOT,
                                "It has more than %,d bytes, which is the most that a saved page may have.",
                                DocumentLimits.PAGE_BYTES),
                        Optional.empty(),
                        Kind.TOO_LARGE)
                : READER.read(content[0]);
    }

    /// The sentence that says why this file is no recipe.
    String refusal(Unreadable unreadable) {
        return "Cannot read %s%s: %s"
                .formatted(
                        name(),
                        unreadable.place().map(place -> " at " + place).orElse(""),
                        unreadable.reason());
    }

    private boolean isStandardInput() {
        return path.toString().equals(STANDARD_INPUT);
    }

    private void requireReadable() {
        if (isStandardInput()) {
            return;
        }
        if (!Files.exists(path)) {
            throw CannotProceedException.refused("There is no file %s.".formatted(path));
        }
        if (Files.isDirectory(path) || !Files.isReadable(path)) {
            throw CannotProceedException.refused("%s is no file that can be read.".formatted(path));
        }
    }
}
