package dev.makeline.server.page.file;

import dev.makeline.server.file.FileVersion;
import dev.makeline.server.file.intake.FileIntakeItem;
import dev.makeline.server.file.request.FileItem;
import java.util.List;
import java.util.Optional;

/// One file.
///
/// @param etag the condition of changes
/// @param text to edit; empty for what is no small text
/// @param naming name and description to change
/// @param objection why the text was not saved
/// @param theirs the text as somebody else saved it meanwhile
/// @param purgeObjection why it was not deleted for good
/// @param versions the newest first
/// @param mayDelete also restore from the trash
public record FilePage(
        FileItem file,
        String etag,
        Naming naming,
        Optional<TextContent> text,
        Optional<String> objection,
        Optional<String> theirs,
        Optional<String> purgeObjection,
        List<FileVersion> versions,
        FileIntakeItem intake,
        boolean mayWrite,
        boolean mayDelete,
        boolean maySend,
        boolean mayRun) {

    /// As they stand in their fields.
    ///
    /// @param objection why they were not saved
    public record Naming(String name, String description, Optional<String> objection) {}

    public FilePage {
        versions = List.copyOf(versions);
    }

    /// With what somebody wrote, which was not saved.
    FilePage refused(String written, String why, Optional<String> saved) {
        return new FilePage(
                file,
                etag,
                naming,
                Optional.of(
                        new TextContent(
                                written, text.map(TextContent::withCarriageReturns).orElse(false))),
                Optional.of(why),
                saved,
                purgeObjection,
                versions,
                intake,
                mayWrite,
                mayDelete,
                maySend,
                mayRun);
    }

    /// With the name and description that somebody wrote, which were not saved.
    FilePage refused(Naming written) {
        return new FilePage(
                file,
                etag,
                written,
                text,
                objection,
                theirs,
                purgeObjection,
                versions,
                intake,
                mayWrite,
                mayDelete,
                maySend,
                mayRun);
    }

    /// Not deleted for good, since that was not confirmed.
    FilePage unconfirmed(String why) {
        return new FilePage(
                file,
                etag,
                naming,
                text,
                objection,
                theirs,
                Optional.of(why),
                versions,
                intake,
                mayWrite,
                mayDelete,
                maySend,
                mayRun);
    }

    /// Whether somebody wrote the name of this very file.
    boolean isConfirmedBy(String written) {
        return file.name().strip().equals(written.strip());
    }

    public String path() {
        return "/files/" + file.fileId();
    }

    public String downloadPath() {
        return "/v1/files/%s/content".formatted(file.fileId());
    }

    public boolean isLive() {
        return file.state().equals("live");
    }

    public boolean isTrash() {
        return file.state().equals("trash");
    }

    public String size() {
        return FileSizes.of(file.size());
    }

    public static String size(long bytes) {
        return FileSizes.of(bytes);
    }

    /// What became of it in the intake.
    public String intakeSentence() {
        return switch (intake.state()) {
            case "not-sent" -> "This version was not sent to the intake.";
            case "sent", "queued" -> "It is on its way through the intake.";
            case "submitted" -> "It became part of the recipes.";
            case "waiting" ->
                    "It is a make that waits for recipe %d."
                            .formatted(intake.recipeId().orElse(0L));
            case "rejected" -> "It was rejected: " + intake.reason().orElse("");
            default -> "It was dismissed: " + intake.reason().orElse("");
        };
    }

    /// Of the recipe or make that it became.
    public Optional<String> resultPath() {
        return intake.recipeId()
                .filter(_ -> intake.state().equals("submitted"))
                .map(recipe ->
                        intake.makeId()
                                .map(make -> "/recipes/%d/makes/%d".formatted(recipe, make))
                                .orElse("/recipes/" + recipe));
    }
}
