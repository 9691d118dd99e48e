package dev.makeline.system.crash;

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
class SeveralOfEachTest {

    @Test
    void twoWatchersTwoSendersAndTwoServersMakeOneMakeOfEachFile(Instance makeline) {
        ProgramProcess server = makeline.another(Program.RECIPE_SERVER);
        ProgramProcess watcher = makeline.another(Program.WATCHER);
        ProgramProcess sender = makeline.another(Program.SENDER);
        server.launch();
        watcher.launch();
        sender.launch(Map.of("MAKELINE_RECIPE_SERVER_URL", server.uri().toString()));
        List.of(server, watcher, sender).forEach(ProgramProcess::awaitReady);
        var known = RecordedHistory.ofKnownRecipe(makeline);
        var unknown = RecordedHistory.of(makeline);

        for (int number = 0; number < 100; number++) {
            known.putMake();
            unknown.putMake();
            if (number == 50) {
                unknown.putRecipe();
            }
        }

        known.assertEachBecomesOneMake(Duration.ofSeconds(45));
        unknown.assertEachBecomesOneMake(Duration.ofSeconds(30));
    }
}
