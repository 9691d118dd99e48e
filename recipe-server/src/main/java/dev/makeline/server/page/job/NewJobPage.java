package dev.makeline.server.page.job;

import dev.makeline.protocol.job.JobKindDescription;
import dev.makeline.server.file.request.FileItem;
import dev.makeline.server.page.layout.Form;
import java.util.List;
import java.util.Optional;

/// The form of a job of one kind.
///
/// @param kinds that can be chosen
/// @param key lets the same form order one job alone, however often it is sent
/// @param files of the person, the newest first
/// @param fileId that is chosen
/// @param priorities that the person may order
public record NewJobPage(
        JobKindDescription kind,
        List<JobKindDescription> kinds,
        List<ParameterField> fields,
        String key,
        List<FileItem> files,
        String fileId,
        List<String> priorities,
        String priority,
        String resourceClass,
        Optional<String> objection) {

    public NewJobPage {
        kinds = List.copyOf(kinds);
        fields = List.copyOf(fields);
        files = List.copyOf(files);
        priorities = List.copyOf(priorities);
    }

    static NewJobPage of(
            JobKindDescription kind,
            List<JobKindDescription> kinds,
            Form form,
            String key,
            List<FileItem> files,
            boolean mayHurry,
            Optional<String> objection) {
        return new NewJobPage(
                kind,
                kinds,
                ParameterField.of(kind, form),
                key,
                files,
                form.text("fileId"),
                mayHurry ? List.of("high", "normal", "low") : List.of("normal", "low"),
                form.field("priority").orElse("normal"),
                form.field("resourceClass").orElse("small"),
                objection);
    }

    /// Whether the objection names this parameter.
    public boolean isAbout(String name) {
        return objection.filter(text -> text.contains(" " + name + " ")).isPresent();
    }

    public boolean lacksFiles() {
        return kind.takesFile() && files.isEmpty();
    }
}
