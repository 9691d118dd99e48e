package dev.makeline.system.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.PutObject;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstances.class)
class PoisonAmidGoodFilesTest {

    private static final int GOOD = 200;

    @Test
    void everyGoodFileIsDoneAndEveryPoisonIsRejected(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        List<BadDocument> poison =
                BadDocument.all().filter(bad -> bad.bytes().length < 1 << 20).toList();
        List<PutObject> bad = new ArrayList<>();

        for (int number = 0; number < GOOD; number++) {
            history.putMake();
            if (number % 10 == 0) {
                bad.add(
                        makeline.bucket()
                                .put(
                                        "poison/%d.json".formatted(number),
                                        poison.get(number / 10 % poison.size()).bytes()));
            }
        }

        history.assertEachBecomesOneMake(Duration.ofSeconds(30));
        var entries = makeline.ledger().awaitFinal(bad, Duration.ofSeconds(30));
        assertThat(entries.values())
                .allSatisfy(entry -> assertThat(entry.state().label()).isEqualTo("rejected"));
        assertThat(Program.SERVICES)
                .allSatisfy(service -> assertThat(makeline.program(service).isAlive()).isTrue());
    }
}
