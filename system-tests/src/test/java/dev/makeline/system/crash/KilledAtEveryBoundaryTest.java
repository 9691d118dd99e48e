package dev.makeline.system.crash;

import static dev.makeline.operations.FailPoint.EXIT_KILLED;
import static dev.makeline.operations.FailPoint.VARIABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.system.instance.Disturbed;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.ProgramProcess;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Disturbed
@ExtendWith(SharedInstances.class)
class KilledAtEveryBoundaryTest {

    private static final int FILES = 200;

    /// A start on a busy machine, and what a killed process held coming back.
    private static final Duration DIES = Duration.ofSeconds(60);

    private static final Duration HEALED = Duration.ofSeconds(60);

    /// @param pass at which time that the boundary is passed the process dies: watcher-service
    ///   passes once for a batch, the others for each file
    private record Boundary(Program program, String name, int pass) {
        String failPoint() {
            return name + ":" + pass;
        }
    }

    private static final List<Boundary> BOUNDARIES =
            List.of(
                    new Boundary(Program.WATCHER, "watcher.after-receive", 1),
                    new Boundary(Program.WATCHER, "watcher.after-ledger", 1),
                    new Boundary(Program.WATCHER, "watcher.after-publish", 1),
                    new Boundary(Program.WATCHER, "watcher.after-delete", 1),
                    new Boundary(Program.SENDER, "sender.after-receive", 3),
                    new Boundary(Program.SENDER, "sender.after-get", 3),
                    new Boundary(Program.SENDER, "sender.after-post", 3),
                    new Boundary(Program.RECIPE_SERVER, "recipe-server.before-make", 3),
                    new Boundary(Program.RECIPE_SERVER, "recipe-server.after-make", 3),
                    new Boundary(Program.RECIPE_SERVER, "recipe-server.after-ledger", 3));

    @Test
    void twoHundredFilesBecomeTwoHundredMakesWithoutAHand(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        int share = FILES / BOUNDARIES.size();

        for (Boundary boundary : BOUNDARIES) {
            ProgramProcess victim = makeline.program(boundary.program());
            restart(victim, boundary.failPoint());
            history.putMakes(share);
            assertThat(victim.awaitExit(DIES)).as("%s", boundary).isEqualTo(EXIT_KILLED);
            victim.start();
        }
        history.putMakes(FILES - history.makes().size());

        history.assertEachBecomesOneMake(HEALED);
        assertThat(history.makes()).hasSize(FILES);
    }

    private static final List<String> WHILE_WAITING =
            List.of(
                    "recipe-server.after-waiting-row",
                    "recipe-server.after-waiting",
                    "recipe-server.after-head",
                    "recipe-server.after-release");

    @Test
    void makesThatWaitForTheirRecipeSurviveTheServersDeathAtEveryStep(Instance makeline) {
        for (String boundary : WHILE_WAITING) {
            var history = RecordedHistory.of(makeline);
            ProgramProcess server = makeline.program(Program.RECIPE_SERVER);
            boolean recipeComesLater = boundary.startsWith("recipe-server.after-waiting");
            if (recipeComesLater) {
                restart(server, boundary);
                history.putMakes(3);
            } else {
                history.putMakes(3);
                makeline.ledger().awaitWaiting(history.makes(), DIES);
                restart(server, boundary);
                history.putRecipe();
            }
            assertThat(server.awaitExit(DIES)).as("%s", boundary).isEqualTo(EXIT_KILLED);
            server.start();
            if (recipeComesLater) {
                history.putRecipe();
            }

            history.assertEachBecomesOneMake(HEALED);
        }
    }

    private static void restart(ProgramProcess victim, String failPoint) {
        victim.kill();
        victim.launch(Map.of(VARIABLE, failPoint));
    }
}
