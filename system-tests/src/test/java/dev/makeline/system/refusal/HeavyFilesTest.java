package dev.makeline.system.refusal;

import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.system.instance.Documents;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.PutObject;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Files that are as heavy to hold in memory as the limits allow, many at once.
@ExtendWith(SharedInstances.class)
class HeavyFilesTest {

    private static final int FILES = 40;

    /// Close below the limits on values and on what one item of DynamoDB holds.
    private static final int UNKNOWN_OBJECTS = 9_500;

    @Test
    void theyKillNoService(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        List<Long> pids = pids(makeline);
        List<PutObject> tooMany = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            history.putMake(
                    "makes/%d/heavy-%d.json".formatted(history.recipeId(), i),
                    document(history.recipeId(), i, UNKNOWN_OBJECTS));
            tooMany.add(
                    makeline.bucket()
                            .put(
                                    "makes/%d/heavier-%d.json".formatted(history.recipeId(), i),
                                    document(history.recipeId(), i, 49_000)));
        }

        history.assertEachBecomesOneMake(SOON.multipliedBy(2));
        tooMany.forEach(put -> makeline.ledger().awaitRejected(put, SOON));
        assertThat(pids(makeline)).isEqualTo(pids);
    }

    private static String document(long recipeId, int number, int objects) {
        String unknown =
                IntStream.range(0, objects)
                        .mapToObj(i -> "{\"a\":%d}".formatted(i % 10))
                        .collect(Collectors.joining(","));
        return "{\"unknown\":["
                + unknown
                + "],"
                + Documents.make(recipeId, number).strip().substring(1);
    }

    private static List<Long> pids(Instance makeline) {
        return Program.SERVICES.stream().map(service -> makeline.program(service).pid()).toList();
    }
}
