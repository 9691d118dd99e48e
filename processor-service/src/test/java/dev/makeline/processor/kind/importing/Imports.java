package dev.makeline.processor.kind.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.processor.kind.Assignment;
import dev.makeline.processor.kind.Content;
import dev.makeline.processor.kind.JobInput;
import dev.makeline.processor.kind.JobResult;
import dev.makeline.processor.kind.Progress;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.ProtocolJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Runs of `import-recipes` on files of any bytes, all as attempts of one job.
final class Imports implements Progress {

    final IntakeInMemory intake = new IntakeInMemory();
    final JobId job = JobId.next(Instant.parse("2026-11-27T10:00:00Z"));
    final List<String> said = new ArrayList<>();
    int progress;
    private final Path folder;
    JobId first = job;
    String soFar = "";
    private int attempts;

    Imports(Path folder) {
        this.folder = folder;
    }

    JobResult run(String name, String content) throws Exception {
        return run(name, content.getBytes(UTF_8), "{}");
    }

    JobResult run(String name, byte[] content) throws Exception {
        return run(name, content, "{}");
    }

    JobResult run(String name, byte[] content, String parameters) throws Exception {
        Path own = Files.createDirectory(folder.resolve("attempt-" + ++attempts));
        return new ImportRecipes(intake)
                .run(
                        new Assignment(
                                job,
                                first,
                                Optional.of(
                                        new JobInput(
                                                name,
                                                "application/octet-stream",
                                                Content.of(content))),
                                ProtocolJson.mapper().readTree(parameters),
                                own),
                        this);
    }

    static JsonNode report(JobResult result) throws IOException {
        if (!(result instanceof JobResult.Made made)) {
            throw new AssertionError(result);
        }
        return ProtocolJson.mapper().readTree(made.outputs().getFirst().content().bytes());
    }

    static String recipe(String name) {
        return "{\"recipeName\":\"%s\",\"ingredients\":[{\"quantity\":2,\"measurement\":\"cup\",\"ingredientName\":\"flour\"}],\"steps\":[{\"stepId\":1,\"stepText\":\"Mix.\"}]}"
                .formatted(name);
    }

    static String make(String name, String madeBy) {
        return recipe(name).replaceFirst("\\{", "{\"madeBy\":\"" + madeBy + "\",");
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    @Override
    public void at(int percent) {
        progress = Math.max(progress, percent);
    }

    @Override
    public void soFar(String sentence) {
        soFar = sentence;
    }

    @Override
    public void say(String line) {
        said.add(line);
    }
}
