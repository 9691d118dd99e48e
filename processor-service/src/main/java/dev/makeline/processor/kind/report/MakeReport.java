package dev.makeline.processor.kind.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.processor.kind.Assignment;
import dev.makeline.processor.kind.Content;
import dev.makeline.processor.kind.JobKind;
import dev.makeline.processor.kind.JobResult;
import dev.makeline.processor.kind.Output;
import dev.makeline.processor.kind.Progress;
import dev.makeline.protocol.job.JobKinds;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// All makes of a recipe with their differences: a table, and a page to print.
public final class MakeReport implements JobKind {

    /// Makes in one report, the newest: what is kept of each until the page is drawn takes some
    /// hundred bytes.
    static final int MOST_MAKES = 20_000;

    private static final int AT_ONCE = 4;
    private static final int BEGUN = 5;
    private static final int READ = 90;

    private final Supplier<RecipeServer> servers;
    private final InstantSource clock;

    /// @param servers makes the way to recipe-server when a report is wanted
    public MakeReport(Supplier<RecipeServer> servers, InstantSource clock) {
        this.servers = servers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return JobKinds.MAKE_REPORT;
    }

    @Override
    public JobResult run(Assignment assignment, Progress progress)
            throws IOException, InterruptedException {
        long recipeId = assignment.parameters().path(JobKinds.RECIPE_ID).asLong();
        RecipeServer server = servers.get();
        try {
            Optional<JsonNode> recipe = server.recipe(recipeId);
            return recipe.isPresent()
                    ? report(server, recipeId, recipe.get(), assignment.folder(), progress)
                    : new JobResult.Impossible("There is no recipe %d.".formatted(recipeId));
        } catch (RecipeServerException e) {
            return new JobResult.NotNow(
                    "The makes could not be read: %s.".formatted(e.getMessage()));
        }
    }

    private JobResult report(
            RecipeServer server, long recipeId, JsonNode recipe, Path folder, Progress progress)
            throws IOException, InterruptedException {
        progress.at(BEGUN);
        Path table = folder.resolve("makes.csv");
        ReportFigures figures = new ReportFigures(recipe);
        String left;
        try (Writer out = Files.newBufferedWriter(table)) {
            left =
                    read(server, recipeId, new CsvTable(out), figures, progress)
                            ? ""
                            : onlyTheNewest();
        }
        progress.at(READ);
        progress.say("Read %d makes. %s".formatted(figures.makes(), left).strip());
        byte[] page = ReportPage.of(figures, clock.instant(), left).getBytes(UTF_8);
        String name = "makes-of-recipe-%d".formatted(recipeId);
        return new JobResult.Made(
                List.of(
                        new Output(name + ".html", "text/html", Content.of(page)),
                        new Output(name + ".csv", "text/csv", Content.of(table))),
                "The report tells %d makes.".formatted(figures.makes()));
    }

    private static String onlyTheNewest() {
        return "Only the newest %d makes are told.".formatted(MOST_MAKES);
    }

    /// @return whether that was all of them
    private static boolean read(
            RecipeServer server,
            long recipeId,
            CsvTable table,
            ReportFigures figures,
            Progress progress)
            throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Optional<String> cursor = Optional.empty();
            do {
                JsonNode page = server.makes(recipeId, cursor);
                List<JsonNode> items = page.path("items").valueStream().toList();
                for (int i = 0; i < items.size(); i += AT_ONCE) {
                    List<JsonNode> some = items.subList(i, Math.min(items.size(), i + AT_ONCE));
                    for (ReportedMake make : differences(server, recipeId, some, threads)) {
                        table.add(make);
                        figures.add(make);
                    }
                    progress.at(READ - (READ - BEGUN) * 200 / (200 + figures.makes()));
                }
                cursor = ReportedMake.text(page, "nextCursor");
            } while (cursor.isPresent() && figures.makes() < MOST_MAKES);
            return cursor.isEmpty();
        }
    }

    private static List<ReportedMake> differences(
            RecipeServer server, long recipeId, List<JsonNode> items, ExecutorService threads)
            throws IOException, InterruptedException {
        List<Callable<Optional<ReportedMake>>> calls =
                items.stream()
                        .<Callable<Optional<ReportedMake>>>map(item ->
                                () ->
                                        server.differences(recipeId, item.path("makeId").asLong())
                                                .map(make -> ReportedMake.of(item, make)))
                        .toList();
        List<ReportedMake> makes = new ArrayList<>();
        for (Future<Optional<ReportedMake>> call : threads.invokeAll(calls)) {
            try {
                call.get().ifPresent(makes::add);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RecipeServerException cause
                        ? cause
                        : new IOException("A make could not be read", e.getCause());
            }
        }
        return makes;
    }
}
