package dev.makeline.system.browser;

import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.awaitility.Awaitility.await;

import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.PutObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a kitchen has cooked: the sample, some recipes with makes, a file that was refused, one
/// that waits, and a cook's own files and a job. Each has a page.
///
/// @param cook whose files and job they are
/// @param recipe with makes of all kinds
/// @param makes of it
/// @param file a text in two versions
/// @param trashed a file
/// @param job that succeeded
record Menu(
        Person cook, String recipe, List<String> makes, String file, String trashed, String job) {

    private static final long CAKE = 501;
    private static final long TART = 502;
    private static final long UNKNOWN = 999_999;

    static Menu cookedIn(Kitchen kitchen) {
        Person cook = kitchen.join("Mara", "Linden");
        Visit visit = kitchen.visit(cook, Look.LIGHT);
        visit.open("/");
        visit.press("Load the sample");
        visit.heading("Makes").waitFor();
        cookRecipes(kitchen.makeline());
        OwnFiles files = OwnFiles.of(kitchen.makeline(), cook);
        String file = files.upload("shopping.txt", "Flour, butter and plums.\n");
        visit.open("/files/" + file);
        visit.field("The text of shopping.txt").fill("Flour, butter, plums and walnuts.\n");
        visit.press("Save as version 2");
        visit.button("Save as version 3").waitFor();
        String trashed = files.upload("old-notes.txt", "Nobody needs this.\n");
        visit.open("/files/" + trashed);
        visit.press("Move to the trash");
        visit.text("It is in the trash").waitFor();
        String job = files.order(file, "Salt.\n");
        await("the job of the menu has ended")
                .atMost(SOON.plusSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> files.stateOf(job).equals("succeeded"));
        List<String> makes =
                kitchen.makeline().api().makeIds(CAKE).stream()
                        .map(make -> "/recipes/%d/makes/%d".formatted(CAKE, make))
                        .toList();
        kitchen.endVisits();
        return new Menu(
                cook,
                "/recipes/" + CAKE,
                makes,
                "/files/" + file,
                "/files/" + trashed,
                "/jobs/" + job);
    }

    /// All makes of the recipe in one table.
    String comparison() {
        List<String> ticked =
                makes.stream()
                        .map(make -> "make=" + make.substring(make.lastIndexOf('/') + 1))
                        .toList();
        return recipe + "/compare?" + String.join("&", ticked);
    }

    private static void cookRecipes(Instance makeline) {
        makeline.ledger()
                .awaitSubmitted(
                        List.of(
                                put(makeline, "recipes/plum-cake.json", Dishes.plumCake(CAKE)),
                                put(makeline, "recipes/lemon-tart.json", Dishes.lemonTart(TART))),
                        SOON);
        List<PutObject> makes = new ArrayList<>();
        Dishes.plumCakeMakes(CAKE)
                .forEach((name, document) ->
                        makes.add(put(makeline, "makes/" + name + ".json", document)));
        Dishes.lemonTartMakes(TART)
                .forEach((name, document) ->
                        makes.add(put(makeline, "makes/" + name + ".json", document)));
        makeline.ledger().awaitSubmitted(makes, SOON);
        PutObject cut =
                put(makeline, "makes/half-a-file.json", Dishes.plumCake(CAKE).substring(0, 200));
        PutObject early =
                put(makeline, "makes/before-its-recipe.json", Dishes.makeOfNoRecipeYet(UNKNOWN));
        makeline.ledger().awaitRejected(cut, SOON);
        makeline.ledger().awaitFinal(List.of(early), SOON);
    }

    private static PutObject put(Instance makeline, String key, String document) {
        return makeline.bucket().put(key, document);
    }
}
