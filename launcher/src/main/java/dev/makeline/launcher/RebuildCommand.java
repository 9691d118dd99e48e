package dev.makeline.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.launcher.instance.CannotProceedException;
import dev.makeline.launcher.instance.RunningInstance;
import dev.makeline.launcher.instance.ServerApi;
import dev.makeline.launcher.instance.ServerApi.Answer;
import dev.makeline.launcher.instance.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Counts all makes anew for the figures of recipes, while makes go on arriving, and enters those
/// that an earlier version kept into the lists by time.
@Command(
        name = "rebuild",
        description =
                "Counts the makes of every recipe anew, and enters those of earlier versions into the lists by time: rebuild insights.")
final class RebuildCommand implements Callable<Integer> {

    private static final Duration TOKEN_VALIDITY = Duration.ofHours(12);

    /// For one recipe: a million makes take some minutes.
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private static final int OK = 200;

    @Mixin private final InstanceChoice choice = new InstanceChoice();

    @Parameters(paramLabel = "insights", description = "What to rebuild.")
    private String what = "";

    @Option(
            names = "--recipe",
            paramLabel = "ID",
            description = "This recipe alone, in place of all.")
    private Optional<Long> recipe = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        if (!what.equals("insights")) {
            throw CannotProceedException.refused(
                    "There is nothing called '%s' to rebuild: ./makeline rebuild insights."
                            .formatted(what));
        }
        RunningInstance instance = choice.find();
        Tokens tokens = new Tokens(instance);
        String token = tokens.issue("rebuild", TOKEN_VALIDITY);
        try (ServerApi api = new ServerApi(instance.ports(), token)) {
            List<Long> recipes = recipe.isPresent() ? List.of(recipe.get()) : all(api);
            int failed = 0;
            for (long recipeId : recipes) {
                Optional<JsonNode> rebuilt = rebuild(api, recipeId);
                failed += rebuilt.isPresent() ? 0 : 1;
                System.out.println("Recipe %d: %s".formatted(recipeId, told(rebuilt)));
            }
            return failed == 0 ? 0 : 1;
        } finally {
            tokens.revoke(token);
        }
    }

    private static String told(Optional<JsonNode> rebuilt) {
        return rebuilt.map(body ->
                        "%d makes counted, %d entered into lists."
                                .formatted(
                                        body.path("makes").longValue(),
                                        body.path("listed").longValue()))
                .orElse("not rebuilt; run it again.");
    }

    private static Optional<JsonNode> rebuild(ServerApi api, long recipeId)
            throws InterruptedException {
        return api.post("/v1/recipes/%d/insights/rebuild".formatted(recipeId), Map.of(), TIMEOUT)
                .filter(answer -> answer.status() == OK)
                .map(Answer::body);
    }

    private static List<Long> all(ServerApi api) throws InterruptedException {
        List<Long> recipes = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            JsonNode page =
                    api.get("/v1/recipes?limit=200" + cursor.get())
                            .orElseThrow(() ->
                                    CannotProceedException.refused(
                                            "recipe-server does not list its recipes: look at ./makeline status."));
            page.path("items").forEach(item -> recipes.add(item.path("recipeId").longValue()));
            cursor =
                    Optional.ofNullable(page.path("nextCursor").textValue())
                            .map(next -> "&cursor=" + next);
        }
        return recipes;
    }
}
