package dev.makeline.server.page.file;

import dev.makeline.server.file.request.FileItem;
import dev.makeline.server.request.Page;
import java.util.List;
import java.util.Optional;

/// Files in one state.
///
/// @param state that is shown
/// @param query words that are searched for
/// @param everybodys whether they are of all people
/// @param name of the new text that was not taken, as it was written
/// @param objection what is wrong with it
public record FilesPage(
        String state,
        String query,
        boolean everybodys,
        List<FileItem> files,
        Optional<String> next,
        boolean mayWrite,
        boolean maySend,
        String name,
        String text,
        Optional<String> objection) {

    /// The states that can be chosen, with what they are called.
    public record Choice(String state, String label) {}

    public static final List<Choice> CHOICES =
            List.of(
                    new Choice("live", "Files"),
                    new Choice("pending", "On their way"),
                    new Choice("refused", "Refused"),
                    new Choice("trash", "Trash"));

    public FilesPage {
        files = List.copyOf(files);
    }

    static FilesPage of(
            String state, String query, boolean everybodys, Page<FileItem> page, Rights rights) {
        return new FilesPage(
                state,
                query,
                everybodys,
                page.items(),
                page.nextCursor(),
                rights.mayWrite(),
                rights.maySend(),
                "",
                "",
                Optional.empty());
    }

    FilesPage refused(String writtenName, String writtenText, String why) {
        return new FilesPage(
                state,
                query,
                everybodys,
                files,
                next,
                mayWrite,
                maySend,
                writtenName,
                writtenText,
                Optional.of(why));
    }

    /// What to do when there is nothing to show.
    public String emptySentence() {
        if (!query.isBlank()) {
            return "No file here has all of these words in its name or description.";
        }
        return switch (state) {
            case "pending" -> "No upload is on its way.";
            case "refused" -> "Nothing was refused lately.";
            case "trash" -> "The trash is empty.";
            default -> "No files yet. Drop one above, or write a text.";
        };
    }

    public static String size(long bytes) {
        return FileSizes.of(bytes);
    }
}
