package dev.makeline.server.page.job;

import dev.makeline.protocol.job.ContainerImage;
import dev.makeline.protocol.job.JobKindDescription;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.server.page.layout.Form;
import java.util.List;
import java.util.Optional;

/// The form of a job of one kind.
///
/// @param kinds that can be chosen
/// @param key lets the same form order one job alone, however often it is sent
/// @param choice of files to work on
/// @param containers that are registered; none for a kind that runs none
/// @param fileId that is chosen
/// @param priorities that the person may order
public record NewJobPage(
        JobKindDescription kind,
        List<JobKindDescription> kinds,
        List<ParameterField> fields,
        String key,
        FileChoice choice,
        List<ContainerImage> containers,
        String fileId,
        List<String> priorities,
        String priority,
        String resourceClass,
        Optional<String> objection) {

    public NewJobPage {
        kinds = List.copyOf(kinds);
        fields = List.copyOf(fields);
        priorities = List.copyOf(priorities);
        containers = List.copyOf(containers);
    }

    static NewJobPage of(
            JobKindDescription kind,
            List<JobKindDescription> kinds,
            Form form,
            String key,
            FileChoice choice,
            boolean mayHurry,
            List<ContainerImage> containers,
            Optional<String> objection) {
        return new NewJobPage(
                kind,
                kinds,
                fields(kind, form, containers),
                key,
                choice,
                containers,
                form.text("fileId"),
                mayHurry ? List.of("high", "normal", "low") : List.of("normal", "low"),
                form.field("priority").orElse("normal"),
                form.field("resourceClass").orElse("small"),
                objection);
    }

    private static List<ParameterField> fields(
            JobKindDescription kind, Form form, List<ContainerImage> containers) {
        List<String> names = containers.stream().map(ContainerImage::name).toList();
        return ParameterField.of(kind, form).stream()
                .map(field -> runsContainers(kind, field) ? field.among(names) : field)
                .toList();
    }

    private static boolean runsContainers(JobKindDescription kind, ParameterField field) {
        return isOfContainers(kind) && field.name().equals(JobKinds.CONTAINER_NAME);
    }

    static boolean isOfContainers(JobKindDescription kind) {
        return kind.name().equals(JobKinds.CONTAINER);
    }

    /// Whether jobs of this kind run containers, and none is registered.
    public boolean lacksContainers() {
        return isOfContainers(kind) && containers.isEmpty();
    }

    /// Whether the objection names this parameter.
    public boolean isAbout(String name) {
        return objection.filter(text -> text.contains(" " + name + " ")).isPresent();
    }

    public boolean lacksFiles() {
        return kind.takesFile() && choice.files().isEmpty();
    }
}
